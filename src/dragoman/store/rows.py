"""Rows: a record as rows of the tables, and back.

In: a Record. Out: its rows by table, and from rows the Record that was stored. Refuses, with the article's id, what
one of the backends cannot hold: NUL characters, lone surrogates, numbers out of range, overlong keys, ids used twice.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from typing import Any

from sqlalchemy import BigInteger, Table

from ..errors import StoreError
from ..ledger import LEDGER_VERSION
from ..link import LINKS_VERSION, Mention, band_signature, sign_text, take_mentions
from ..record import KINDS, Actor, Article, Event, Finding, Record, Refusal, Sighting, take_sightings
from ..record.names import fold_name
from . import tables
from .columns import LINKS, Link, finding_columns, proof_columns
from .dyads import make_claim_dyad_rows, make_dyad_rows
from .ledger_rows import make_ledger_rows

Row = dict[str, Any]

# What a 64-bit integer column holds.
WHOLE_LIMIT = 2**63


def digest_content(record: Record) -> str:
    """A name for all that a record says, the refused findings included: equal for equal records only."""
    return hashlib.sha256(write_plain(record).encode("utf-8")).hexdigest()


def make_rows(record: Record) -> dict[str, list[Row]]:
    """The rows of a record by table, the article's first; what hangs on a row comes after it."""
    article = record.article
    content_digest = digest_content(record)
    check_ids(record)
    rows: dict[str, list[Row]] = {table.name: [] for table in tables.metadata.sorted_tables}
    try:
        for kind in KINDS:
            for ordinal, finding in enumerate(getattr(record, kind)):
                rows[kind].append(make_finding_row(finding, article, kind=kind, ordinal=ordinal))
        for link in LINKS:
            for finding in getattr(record, link.kind):
                rows[link.table].extend(make_link_rows(finding, article, link=link))
    except OverflowError as error:
        raise StoreError(f"Article {article.id!r} cannot be stored: a number is out of range ({error}).") from error
    rows["event_dyads"] = [row for event in record.events for row in make_dyad_rows(event, article)]
    rows["claim_dyads"] = [row for claim in record.claims for row in make_claim_dyad_rows(claim, article)]
    rows["sightings"] = [make_sighting_row(sighting) for sighting in take_sightings(record)]
    rows["refusals"] = [make_refusal_row(refusal, article, ordinal=at) for at, refusal in enumerate(record.refused)]
    rows["happening_members"] = [make_member_row(mention) for mention in take_mentions(record)]
    rows["near_copy_bands"] = make_band_rows(article)
    rows.update(make_ledger_rows(record))
    versions = {"linked": LINKS_VERSION, "entered": LEDGER_VERSION}
    rows["articles"] = [{**article.to_dict(), "content_digest": content_digest, **versions}]
    for name, many in rows.items():
        check_values(many, tables.metadata.tables[name], article=article)
    return rows


def make_finding_row(finding: Finding, article: Article, *, kind: str, ordinal: int) -> Row:
    """The row of one finding in the table of its kind."""
    row: Row = {"article_id": article.id, "ordinal": ordinal, "body": finding.to_dict()}
    row.update((column.name, column.read(finding)) for column in finding_columns(kind))
    if isinstance(finding, Event):
        row["first_day"], row["last_day"] = find_days(finding, article)
    return row


def find_days(event: Event, article: Article) -> tuple[str | None, str | None]:
    """The days under which an event is found: its own, one bound standing for both; else that of publication."""
    start, end = (event.date.start, event.date.end) if event.date else (None, None)
    return start or end or article.published, end or start or article.published


def make_link_rows(finding: Finding, article: Article, *, link: Link) -> Iterator[Row]:
    """The rows of one linked field of a finding."""
    for ordinal, linked in enumerate(getattr(finding, link.field)):
        row: Row = {"article_id": article.id, "finding_id": finding.id, "ordinal": ordinal}
        if link.role:
            row["role"] = link.role
        if isinstance(linked, Actor):
            row.update(country=linked.country, name=linked.name, sectors=list(linked.sectors))
        else:
            row["country"] = linked
        yield row


def make_sighting_row(sighting: Sighting) -> Row:
    """The row of what one person teaches."""
    return {
        "article_id": sighting.article_id,
        "finding_id": sighting.person,
        "name": sighting.name,
        "name_key": fold_name(sighting.name),
        "office": sighting.office,
        "country": sighting.country,
        "sectors": list(sighting.sectors),
        "day": sighting.day,
        "evidence_start": sighting.evidence.start,
        "evidence_end": sighting.evidence.end,
        "evidence_text": sighting.evidence.text,
    }


def make_member_row(mention: Mention) -> Row:
    """The row of one finding as it is linked; its happening is told when it is."""
    first, last = mention.window or (None, None)
    return {
        "article_id": mention.article_id,
        "kind": mention.kind,
        "finding_id": mention.finding_id,
        "id": mention.id,
        "block": mention.block,
        "realis": mention.realis,
        "first_day": first,
        "last_day": last,
        "body": mention.to_dict(),
        "happening_id": None,
        "joined": None,
    }


def make_band_rows(article: Article) -> list[Row]:
    """The rows by which copies of the article's text are found; none where it is too short."""
    signature = sign_text(article.text)
    bands = () if signature is None else band_signature(signature)
    return [{"article_id": article.id, "band": band} for band in bands]


def make_refusal_row(refusal: Refusal, article: Article, *, ordinal: int) -> Row:
    """The row of one refused finding."""
    row: Row = {"article_id": article.id, "ordinal": ordinal, "body": refusal.to_dict()}
    row.update((column.name, column.read(refusal)) for column in proof_columns())
    row.update(kind=refusal.kind, reason=str(refusal.reason), label=refusal.label, rule=refusal.rule)
    return row


def build_record(article: Mapping[Any, Any], bodies: Mapping[str, list[Row]]) -> Record:
    """The record of an article's row and the bodies of its findings and refusals by table, in order."""
    plain: dict[str, Any] = {kind: bodies[kind] for kind in KINDS}
    plain["article"] = {field.name: article[field.name] for field in fields(Article)}
    plain["refused"] = bodies["refusals"]
    with explain_damage(article["id"]):
        return Record.from_dict(plain)


@contextmanager
def explain_damage(article_id: str) -> Iterator[None]:
    """Raise what goes wrong when stored values become findings as a StoreError about the article."""
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise StoreError(
            f"The stored record of article {article_id!r} cannot be read back ({error!r}). "
            "It was changed by hand or made by another dragoman; code the article anew."
        ) from error


def write_plain(record: Record) -> str:
    """The whole record as JSON, in one spelling; refuses what PostgreSQL or UTF-8 cannot hold, wherever it stands."""
    plain = record.to_dict(explain=True)
    try:
        written = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
        written.encode("utf-8")
    except ValueError as error:
        refuse_values(record, plain)
        raise StoreError(
            f"Article {record.article.id!r} cannot be stored: a number is out of range ({error})."
        ) from error
    # JSON spells a NUL so, but also a backslash before these letters; only a look at each value tells.
    if "\\u0000" in written:
        refuse_values(record, plain)
    return written


def refuse_values(record: Record, plain: dict[str, Any]) -> None:
    """Refuse the first value of a record that cannot be stored, with the way to it."""
    for path, value in walk_values(plain):
        trouble = describe_trouble(value)
        if trouble:
            raise StoreError(
                f"Article {record.article.id!r} cannot be stored: its {path} holds {trouble}. "
                "Repair the input (most often its encoding) and code it again."
            )


def require_text(value: str, *, what: str) -> str:
    """The text itself; refuses one that no database can hold, and so none can be asked for."""
    trouble = describe_trouble(value)
    if trouble:
        raise StoreError(f"The {what} {value!r} holds {trouble}; no stored text does. Correct it.")
    return value


def describe_trouble(value: object) -> str | None:
    """Why a value cannot be stored, None where it can."""
    if isinstance(value, str):
        if "\x00" in value:
            return "a NUL character (U+0000)"
        # Surrogates stand alone in a Python string, so UTF-8 refuses each of them.
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            return f"half a character (U+{ord(value[error.start]):04X})"
    if isinstance(value, float) and not math.isfinite(value):
        return f"the number {value}"
    return None


def walk_values(plain: Any, *, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every single value of nested dicts and lists, with the keys that lead to it."""
    if isinstance(plain, dict):
        for name, value in plain.items():
            yield from walk_values(value, path=f"{path}.{name}" if path else str(name))
    elif isinstance(plain, list):
        for at, value in enumerate(plain):
            yield from walk_values(value, path=f"{path}[{at}]")
    else:
        yield path, plain


def check_ids(record: Record) -> None:
    """Refuse a record in which two findings of one kind have one id."""
    for kind in KINDS:
        for name, times in Counter(finding.id for finding in getattr(record, kind)).items():
            if times > 1:
                raise StoreError(
                    f"Article {record.article.id!r} cannot be stored: {times} of its {kind} have the id {name!r}. "
                    "Ids of one kind must differ within an article."
                )


def check_values(rows: list[Row], table: Table, *, article: Article) -> None:
    """Refuse keys too long for an index and whole numbers too large for a column."""
    # The number of an article is given when it is written.
    whole = [column.name for column in table.columns if isinstance(column.type, BigInteger) and column.name != "number"]
    keys = tables.key_columns(table)
    for row in rows:
        for name in keys:
            limit = tables.key_limit(table, name)
            if row[name] is not None and len(row[name].encode("utf-8")) > limit:
                raise StoreError(
                    f"Article {article.id[:80]!r} cannot be stored: its {table.name}.{name} {row[name][:80]!r}... is "
                    f"longer than {limit} bytes. Shorten it."
                )
        for name in whole:
            if row[name] is not None and not -WHOLE_LIMIT <= row[name] < WHOLE_LIMIT:
                raise StoreError(
                    f"Article {article.id!r} cannot be stored: its {table.name}.{name} is out of range; "
                    "allowed is a whole number of 64 bits."
                )
