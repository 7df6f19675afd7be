"""Parsing: an article becomes sentences of tokens, and stretches of direct speech. Only here is spaCy loaded."""
