"""The ontologies as data: PLOVER types and modes, CAMEO codes, and the tables between them."""

from .cameo import Code, load_codes, plv15_of
from .plover import EventType, load_ontology

__all__ = ["Code", "EventType", "load_codes", "load_ontology", "plv15_of"]
