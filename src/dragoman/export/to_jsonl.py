"""JSON Lines: each record on a line, as `dragoman code --format jsonl` prints it.

In: records. Out: one object a line. Where only some kinds are wanted, the others have no key.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..record import KINDS
from ..store import StoredRecord
from .target import Target
from .text import json_line
from .writing import Choice, Tally, open_text


def write_jsonl(records: Iterable[StoredRecord], target: Target, choice: Choice) -> Tally:
    """Write the records."""
    tally = Tally()
    with open_text(target, "records.jsonl") as stream:
        for stored in records:
            plain = stored.record.to_dict()
            kept = {key: value for key, value in plain.items() if key not in KINDS or key in choice.kinds}
            stream.write(json_line(kept) + "\n")
            tally.written["records"] += 1
    return tally
