"""Formats: by name, what each can hold, into which files, and what writes it.

In: a store, the name of a format, a selection and a place. Out: the files, and a count of what was written and left
out. Another format is a module with a `write_...` function and a row in FORMATS. Refuses kinds that it cannot hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from ..errors import ExportError
from ..record import KINDS
from ..store import Selection, Store, StoredRecord
from . import to_claimreview, to_csv, to_gdelt, to_icews, to_jsonl, to_jsonld, to_network, to_parquet, to_polecat
from .target import FileTarget, StreamTarget, Target
from .writing import Choice, Tally

Write = Callable[[Iterable[StoredRecord], Target, Choice], Tally]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the `kinds` that it can hold, what writes it, and its files, given the kinds that are wanted.

    `certain` formats cannot say that an event is told by a party, planned or denied; `binary` ones are no text.
    """

    kinds: tuple[str, ...]
    write: Write
    name_files: Callable[[tuple[str, ...]], tuple[str, ...]]
    certain: bool = False
    binary: bool = False


def _one(name: str) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    return lambda kinds: (name,)


EVENTS = ("events",)
ALL = tuple(KINDS)

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "jsonl": Format(ALL, to_jsonl.write_jsonl, _one("records.jsonl")),
        "csv": Format(ALL, to_csv.write_csv, lambda kinds: tuple(map(to_csv.name_csv, kinds))),
        "parquet": Format(
            ALL, to_parquet.write_parquet, lambda kinds: tuple(map(to_parquet.name_parquet, kinds)), binary=True
        ),
        "polecat": Format(EVENTS, to_polecat.write_polecat, _one("polecat.txt"), certain=True),
        "gdelt": Format(
            EVENTS, to_gdelt.write_gdelt, lambda kinds: (to_gdelt.EVENT_FILE, to_gdelt.MENTION_FILE), certain=True
        ),
        "icews": Format(EVENTS, to_icews.write_icews, _one("icews.tab"), certain=True),
        "graphml": Format(EVENTS, to_network.write_graphml, _one("network.graphml"), certain=True),
        "gexf": Format(EVENTS, to_network.write_gexf, _one("network.gexf"), certain=True),
        "jsonld": Format(to_jsonld.KINDS, to_jsonld.write_jsonld, _one("record.jsonld")),
        "claimreview": Format(to_claimreview.KINDS, to_claimreview.write_claimreview, _one("claims.json")),
    }
)


def choose_kinds(name: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds that go out: those wanted, in their own order, or all that the format holds. Refuses others."""
    allowed = find_format(name).kinds
    for kind in wanted:
        if kind not in allowed:
            raise ExportError(
                f"{kind!r} cannot stand in {name}. Allowed: {', '.join(allowed)}. Leave --kind out for all."
            )
    return tuple(kind for kind in allowed if kind in wanted or not wanted)


def find_format(name: str) -> Format:
    """The format of a name. Raises ExportError where there is none."""
    if name not in FORMATS:
        raise ExportError(f"The format {name!r} is none. Allowed: {', '.join(FORMATS)}.")
    return FORMATS[name]


def place_files(name: str, kinds: tuple[str, ...], out: Path) -> dict[str, Path]:
    """The path of each file: `out` itself where there is one, else files in the folder `out`."""
    names = find_format(name).name_files(kinds)
    return {names[0]: out} if len(names) == 1 else {each: out / each for each in names}


def require_one_file(name: str, kinds: tuple[str, ...]) -> None:
    """Raise ExportError where a format needs several files, which no stream can hold."""
    names = find_format(name).name_files(kinds)
    if len(names) > 1:
        one = ", or one --kind" if find_format(name).kinds == ALL else ""
        raise ExportError(f"{name} writes {len(names)} files ({', '.join(names)}). Give --out a folder{one}.")


def export_files(
    store: Store, name: str, out: Path, selection: Selection, *, attributed: bool = False, force: bool = False
) -> Tally:
    """Write the selection of a store to `out`, a file or, for formats of several files, a folder."""
    with FileTarget(place_files(name, selection.kinds, out), force=force) as target:
        return _export(store, name, target, selection, attributed=attributed)


def export_stream(
    store: Store, name: str, stream: BinaryIO, selection: Selection, *, attributed: bool = False
) -> Tally:
    """Write the selection of a store to a stream. Refuses formats of several files."""
    require_one_file(name, selection.kinds)
    return _export(store, name, StreamTarget(stream), selection, attributed=attributed)


def _export(store: Store, name: str, target: Target, selection: Selection, *, attributed: bool) -> Tally:
    form = find_format(name)
    wanted = replace(selection, kinds=choose_kinds(name, selection.kinds))
    return form.write(store.records(wanted), target, Choice(wanted.kinds, attributed))
