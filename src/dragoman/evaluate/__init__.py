"""Evaluation: the installed dragoman scored on gold that people wrote."""
