"""dragoman reads news about relations between states and keeps a verified record of it."""
