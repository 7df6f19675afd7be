"""Victims: how many people a text says were killed, wounded, detained or are missing.

In: a text. Out: a number for each outcome that it tells once. Refuses an outcome with two numbers in one text: which of
them counts is not for words to tell.
"""

from __future__ import annotations

import re
from types import MappingProxyType

from .figures import Figure, find_figures

_PEOPLE = r"(?:\s+(?:[^\W\d_][\w’'-]*)){0,5}?"
# For each outcome what stands behind a number ("nine dock workers were killed") and before one ("killing nine").
_BEHIND = MappingProxyType(
    {
        "killed": r"(?:killed|dead|died|slain|deaths?|fatalities|bodies)",
        "wounded": r"(?:wounded|injured|hurt|injuries)",
        "detained": r"(?:arrested|detained|captured|imprisoned|held|arrests)",
        "missing": r"(?:missing|unaccounted)",
    }
)
_BEFORE = MappingProxyType(
    {
        "killed": r"(?:kill(?:ed|ing|s)|claim(?:ed|ing)\s+the\s+lives\s+of"
        r"|death\s+toll\s+(?:(?:rose|climbed|grew)\s+)?(?:of|at|to))",
        "wounded": r"(?:wound(?:ed|ing|s)|injur(?:ed|ing|es))",
        "detained": r"(?:arrest(?:ed|ing|s)|detain(?:ed|ing|s)|captur(?:ed|ing|es))",
    }
)
# So many words behind a number may name what it counts.
MOST_WORDS = 4
_ABOUT = r"(?:\s+(?:at\s+least|about|some|nearly|almost|more\s+than|over|around|up\s+to|as\s+many\s+as))?\s+$"
# What is detained or hit beside people.
_THINGS = re.compile(
    r"\b(?:boats?|ships?|vessels?|trawlers?|tankers?|trucks?|lorries|vehicles?|cars?|planes?|aircraft|drones?|cattle"
    r"|tonnes?|tons|houses|homes|buildings|containers?|months?|years?|days?|hours?|weeks?)\b"
)
_PARTING = re.compile(r"[,;:.()—–]|\b(?:and|but|while|as)\b")


def find_victims(text: str) -> dict[str, int]:
    """The number of each outcome."""
    found: dict[str, set[int]] = {}
    for figure in find_figures(text):
        if figure.money or figure.value != int(figure.value):
            continue
        outcome = _outcome_of(text, figure)
        if outcome is not None:
            found.setdefault(outcome, set()).add(int(figure.value))
    return {outcome: next(iter(values)) for outcome, values in found.items() if len(values) == 1}


def _outcome_of(text: str, figure: Figure) -> str | None:
    before = text[: figure.start].lower()
    counted = _PARTING.split(text[figure.start :].lower(), maxsplit=1)[0]
    if _THINGS.search(" ".join(counted.split()[:MOST_WORDS])):
        return None
    for outcome, verb in _BEFORE.items():
        if re.search(rf"\b{verb}{_ABOUT}", before):
            return outcome
    behind = text[figure.start :].lower()
    # The number itself is passed over; what follows up to the next clause may say what became of so many.
    words = behind.split(" ", 1)[1] if " " in behind else ""
    stop = _PARTING.search(words)
    clause = words[: stop.start()] if stop else words
    for outcome, word in _BEHIND.items():
        if re.match(
            rf"{_PEOPLE}\s*\b(?:were\s+|was\s+|had\s+been\s+|have\s+been\s+|are\s+|lay\s+)?{word}\b", f" {clause}"
        ):
            return outcome
    return None
