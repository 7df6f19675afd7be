"""Linking: which findings of several articles report one happening. Pure functions; knows no database."""

from .cluster import Cluster, gather_clusters
from .compare import Pair, compare
from .copies import NEAR_COPY, band_signature, estimate_similarity, join_bands, sign_text
from .decide import Wishes, settle_wishes
from .mention import HELD, LINKS_VERSION, PLANNED, Mention, take_mentions
from .plans import announces, reach_of
from .summary import days_of, most_common, states_of, tell_type

__all__ = [
    "HELD",
    "LINKS_VERSION",
    "NEAR_COPY",
    "PLANNED",
    "Cluster",
    "Mention",
    "Pair",
    "Wishes",
    "announces",
    "band_signature",
    "compare",
    "days_of",
    "estimate_similarity",
    "gather_clusters",
    "join_bands",
    "most_common",
    "reach_of",
    "settle_wishes",
    "sign_text",
    "states_of",
    "take_mentions",
    "tell_type",
]
