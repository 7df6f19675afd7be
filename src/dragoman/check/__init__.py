"""Check: every finding is accepted or refused with a reason."""
