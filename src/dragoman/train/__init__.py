"""Training: the corpus, the encoder and its heads, and a user's own ontology. Nothing here runs when an article is
coded."""
