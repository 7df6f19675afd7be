"""What the stored record shows as a whole: pure functions over its values, beside the tables of the lexicon."""
