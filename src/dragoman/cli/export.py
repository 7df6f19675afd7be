"""`dragoman export`: the stored record in the formats of other programs."""

from __future__ import annotations

import io
import sys
from codecs import getincrementaldecoder
from pathlib import Path
from typing import Any

from ..errors import ExportError, StoreError
from ..export import (
    Tally,
    choose_kinds,
    export_files,
    export_stream,
    find_format,
    place_files,
    require_free,
    require_one_file,
)
from ..store import Selection, Store
from .console import clean, fail, warn

# A member of this length is a code and has capitals; a longer one is a name.
CODE_LENGTH = 3


class Shown(io.RawIOBase):
    """A terminal as a stream of bytes: what could steer it is shown as a visible escape."""

    def __init__(self) -> None:
        self._decoder = getincrementaldecoder("utf-8")()

    def writable(self) -> bool:
        """True: this is what it is for."""
        return True

    def write(self, given: Any) -> int:
        """Show some bytes."""
        text = self._decoder.decode(bytes(given))
        sys.stdout.write(clean(text.replace("\r\n", "\n")))
        return len(given)


def run(
    *,
    db: str,
    form: str,
    out: Path | None,
    dyad: tuple[str, str] | None,
    since: str | None,
    until: str | None,
    kinds: list[str],
    attributed: bool,
    force: bool,
) -> int:
    """Export what fits; the exit status of the contract."""
    try:
        wanted = Selection(choose_kinds(form, tuple(kinds)), _read_dyad(dyad), since, until).checked()
        if out is not None and str(out) != "-":
            require_free(list(place_files(form, wanted.kinds, out).values()), force=force)
        else:
            require_one_file(form, wanted.kinds)
            if find_format(form).binary and sys.stdout.isatty():
                raise ExportError(f"{form} is no text that a terminal can show. Give --out a path.")
    except (ExportError, StoreError) as error:
        return fail(str(error), status=2)
    with Store.open(db, create=False) as store:
        if out is None or str(out) == "-":
            stream: Any = Shown() if sys.stdout.isatty() else sys.stdout.buffer
            sys.stdout.flush()
            tally = export_stream(store, form, stream, wanted, attributed=attributed)
            stream.flush()
        else:
            tally = export_files(store, form, out, wanted, attributed=attributed, force=force)
        place = store.place
    tell(tally, place=place, out=out)
    return 0


def tell(tally: Tally, *, place: str, out: Path | None) -> None:
    """Say on standard error what was written and what was left out."""
    counts = ", ".join(f"{count} {what}" for what, count in tally.written.items() if count)
    where = "" if out is None or str(out) == "-" else f" to {out}"
    warn(f"{place}: {counts} written{where}" if counts else f"{place}: nothing fits; what was written{where} is empty")
    for reason, count in sorted(tally.left_out.items()):
        warn(f"left out: {count} events {reason}")


def _read_dyad(dyad: tuple[str, str] | None) -> tuple[str, str] | None:
    if dyad is None:
        return None
    first, second = (member.upper() if len(member) == CODE_LENGTH else member for member in dyad)
    return first, second
