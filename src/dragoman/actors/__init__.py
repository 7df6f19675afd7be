"""Actors: names, nationalities, offices and what refers back to them, resolved to countries and sectors."""
