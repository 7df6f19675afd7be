"""Promises: agreements, commitments, and the mechanisms and obstacles of a relation."""
