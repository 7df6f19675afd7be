"""Decisions: what users said about happenings, kept for good, and found again after a recoding.

In: a connection, ids of members. Out: Decisions, each member with the id of the finding that it is now. Refuses
decisions across kinds, about one happening alone, and without a name or a reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from ..errors import StoreError
from ..link import Mention
from ..record import DecidedMember, Decision, Span
from . import tables
from .rows import explain_damage, require_text
from .shelf import Shelf, take_chunks

# A finding of a recoded article is the one decided about where it has the same parties and so large a share of all the
# words' characters in common.
SAME_EVIDENCE = 0.5


def has_decisions(connection: Connection) -> bool:
    """Whether any decision is in force."""
    decisions = tables.decisions
    return connection.scalar(select(decisions.c.id).where(decisions.c.undone.is_(None)).limit(1)) is not None


def touching(connection: Connection, article_ids: Sequence[str]) -> dict[int, Decision]:
    """The decisions in force about findings of some articles, by number."""
    decided, decisions = tables.decision_members, tables.decisions
    numbers: set[int] = set()
    for some in take_chunks(article_ids):
        statement = select(decided.c.decision_id).join_from(decided, decisions, decisions.c.id == decided.c.decision_id)
        numbers |= set(
            connection.scalars(statement.where(decided.c.article_id.in_(some), decisions.c.undone.is_(None)))
        )
    return {decision.id: decision for decision in read_decisions(connection, numbers)} if numbers else {}


def read_decisions(connection: Connection, numbers: Iterable[int] | None = None) -> list[Decision]:
    """The decisions with these numbers, or all, in their order."""
    decisions, decided = tables.decisions, tables.decision_members
    wanted, members = select(decisions), select(decided)
    if numbers is not None:
        keys = sorted(set(numbers))
        wanted, members = wanted.where(decisions.c.id.in_(keys)), members.where(decided.c.decision_id.in_(keys))
    rows = list(connection.execute(wanted.order_by(decisions.c.id)))
    kinds = {row.id: row.kind for row in rows}
    shelf = Shelf(connection)
    found: defaultdict[int, list[DecidedMember]] = defaultdict(list)
    for row in connection.execute(members.order_by(decided.c.decision_id, decided.c.ordinal)):
        found[row.decision_id].append(make_decided(row, kinds[row.decision_id], shelf))
    return [
        Decision(
            row.id, row.action, row.kind, row.who, row.why, row.made, row.undone, row.undone_by, row.undone_why,
            tuple(found[row.id]),
        )
        for row in rows
    ]  # fmt: skip


def make_decided(row: Row[Any], kind: str, shelf: Shelf) -> DecidedMember:
    """A member of a decision, with the finding that it is now."""
    with explain_damage(row.article_id):
        evidence = Span(row.evidence_start, row.evidence_end, row.evidence_text)
    parties = tuple(row.parties)
    candidates = [mention for mention in shelf.of_article(row.article_id) if mention.kind == kind]
    current = find_current(row.id, parties, evidence, candidates)
    return DecidedMember(row.side, row.id, row.article_id, row.finding_id, parties, evidence, current)


def find_current(name: str, parties: tuple[str, ...], evidence: Span, candidates: Iterable[Mention]) -> str | None:
    """The id of the finding that was decided about: the one with its id, else the one with its parties and most of its
    words; None where there is none."""
    best: tuple[float, str] | None = None
    for mention in candidates:
        if mention.id == name:
            return name
        if mention.sides != parties:
            continue
        shared = min(evidence.end, mention.evidence.end) - max(evidence.start, mention.evidence.start)
        whole = max(evidence.end, mention.evidence.end) - min(evidence.start, mention.evidence.start)
        share = shared / whole if whole else 0.0
        if share >= SAME_EVIDENCE and (best is None or share > best[0]):
            best = (share, mention.id)
    return best[1] if best else None


def write_decision(
    connection: Connection,
    action: str,
    sides: tuple[Sequence[Mention], Sequence[Mention]],
    *,
    who: str,
    why: str,
    when: str,
) -> int:
    """Keep a decision; its number."""
    number = (connection.scalar(select(func.max(tables.decisions.c.id))) or 0) + 1
    row = {
        "id": number,
        "action": action,
        "kind": sides[0][0].kind,
        "who": require_words(who, what="name of who decides"),
        "why": require_words(why, what="reason"),
        "made": when,
    }
    connection.execute(insert(tables.decisions), row)
    decided = [(side, mention) for side, mentions in enumerate(sides, 1) for mention in mentions]
    connection.execute(
        insert(tables.decision_members),
        [
            {
                "decision_id": number,
                "ordinal": ordinal,
                "side": side,
                "article_id": mention.article_id,
                "finding_id": mention.finding_id,
                "id": mention.id,
                "parties": list(mention.sides),
                "evidence_start": mention.evidence.start,
                "evidence_end": mention.evidence.end,
                "evidence_text": mention.evidence.text,
            }
            for ordinal, (side, mention) in enumerate(decided)
        ],
    )
    return number


def undo_decision(connection: Connection, number: int, *, who: str, why: str | None, when: str) -> Decision:
    """Mark a decision as undone; the decision as it was. Refuses one that is not there or undone already."""
    found = read_decisions(connection, [number])
    if not found:
        raise StoreError(f"There is no decision {number}. List them: dragoman decisions.")
    (decision,) = found
    if decision.undone is not None:
        raise StoreError(f"The decision {number} was undone by {decision.undone_by} at {decision.undone} already.")
    values = {
        "undone": when,
        "undone_by": require_words(who, what="name of who undoes"),
        "undone_why": None if why is None else require_words(why, what="reason"),
    }
    connection.execute(update(tables.decisions).where(tables.decisions.c.id == number).values(values))
    return decision


def require_words(text: str, *, what: str) -> str:
    """The text itself; refuses an empty one and what no database can hold."""
    if not text.strip():
        raise StoreError(f"The {what} is empty. A decision is kept with who made it and why; give both.")
    return require_text(text, what=what)
