"""Linking: which findings of several articles report one happening. Pure functions; knows no database."""

from .cluster import Cluster, gather_clusters
from .compare import Pair, compare
from .copies import NEAR_COPY, band_signature, estimate_similarity, join_bands, sign_text
from .decide import Wishes, settle_wishes
from .mention import LINKS_VERSION, Mention, take_mentions
from .plans import is_plan_of

__all__ = [
    "LINKS_VERSION",
    "NEAR_COPY",
    "Cluster",
    "Mention",
    "Pair",
    "Wishes",
    "band_signature",
    "compare",
    "estimate_similarity",
    "gather_clusters",
    "is_plan_of",
    "join_bands",
    "settle_wishes",
    "sign_text",
    "take_mentions",
]
