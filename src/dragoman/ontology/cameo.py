"""CAMEO codes as data: what each means, the PLOVER type and mode that it becomes, its class in older gold standards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from ..lexicon.load import load_rows

CAMEO_FILE = "cameo.toml"
# Nothing passes from the one to the other.
NO_EVENT = "000"


@dataclass(frozen=True, slots=True)
class Code:
    """A CAMEO code of three digits: its usual PLOVER type ("" for no event) and mode, and its class of the fifteen.

    `others` are types that some acts of the code have instead, each with the class that such an act has.
    """

    code: str
    what: str
    type: str
    plv15: str
    mode: str | None = None
    others: Mapping[str, str] = field(default_factory=dict)


@lru_cache(maxsize=1)
def load_codes() -> dict[str, Code]:
    """The codes by their three digits. Raises LexiconError where the data file is broken."""
    allowed, needed = "code what type mode plv15 others", "code what type plv15"
    return {row["code"]: Code(**row) for row in load_rows(CAMEO_FILE, "code", allowed=allowed, needed=needed)}


def plv15_of(cameo: str, kind: str | None) -> str | None:
    """The class of the fifteen that an event with this code and PLOVER type has; None where it has none."""
    code = load_codes().get(cameo)
    if code is None or not kind:
        return None
    return code.others.get(kind, code.plv15) or None
