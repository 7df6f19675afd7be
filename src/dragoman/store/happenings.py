"""Happenings: read what is linked across articles, and decide about it.

In: an open Database, filters, ids. Out: Happenings with all members. An id is that of a happening or of any of its
members, or the beginning of one; refuses ids that mean nothing or several happenings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection, func, or_, select

from ..errors import StoreError
from ..link import LINKS_VERSION, NEAR_COPY, Mention, estimate_similarity, most_common, states_of, tell_type
from ..record import Happening, Join, Member
from ..record.happening import HAPPENING_KINDS
from . import tables
from .database import Database
from .decisions import undo_decision, write_decision
from .find import PREFIX_LENGTH, SHOWN_IDS, check_limit, parse_day
from .linking import Linking
from .pages import read_pages
from .rows import explain_damage, require_text
from .shelf import Shelf, read_signature, take_chunks


def find_happenings(
    database: Database,
    *,
    kind: str | None = None,
    dyad: tuple[str, str] | None = None,
    since: str | date | None = None,
    until: str | date | None = None,
    limit: int | None = None,
) -> Iterator[Happening]:
    """The happenings by first day and id, those without a day last. All filters must hold; a dyad is met where both
    states are among the parties."""
    happenings, states = tables.happenings, tables.happening_states
    statement = select(happenings.c.id, happenings.c.first_day)
    if kind is not None:
        if kind not in HAPPENING_KINDS:
            raise StoreError(f"There are no happenings of the kind {kind!r}. Allowed: {', '.join(HAPPENING_KINDS)}.")
        statement = statement.where(happenings.c.kind == kind)
    for state in dyad or ():
        code = require_text(state, what="member of the dyad")
        meant = select(states.c.happening_id).where(states.c.country == code)
        statement = statement.where(happenings.c.id.in_(meant))
    if since is not None:
        statement = statement.where(happenings.c.last_day >= parse_day(since, what="since"))
    if until is not None:
        statement = statement.where(happenings.c.first_day <= parse_day(until, what="until"))
    order = happenings.c.first_day
    for page in read_pages(database, statement, day=order, ties=[happenings.c.id], limit=check_limit(limit)):
        with database.reading() as connection:
            yield from read_happenings(connection, [row.id for row in page])


def find_happening(database: Database, name: str) -> Happening:
    """The happening of an id: its own, that of any member, or the beginning of one."""
    with database.reading() as connection:
        (found,) = read_happenings(connection, [resolve_happening(connection, name)])
    return found


def resolve_happening(connection: Connection, name: str) -> str:
    """The id of the happening that an id, or the beginning of one, means now."""
    rows = match_members(connection, name)
    homes = {row.happening_id for row in rows}
    if len(homes) > 1:
        shown = ", ".join(sorted(row.id for row in rows)[:SHOWN_IDS])
        raise StoreError(
            f"Several happenings have members whose id begins with {name!r}: {shown}. Give more characters."
        )
    if not homes:
        rule = f" A beginning needs at least {PREFIX_LENGTH} characters." if len(name) < PREFIX_LENGTH else ""
        waiting = count_unlinked(connection)
        hint = f" {waiting} articles are not linked yet: dragoman link." if waiting else ""
        raise StoreError(f"No happening has an id that is or begins with {name!r}.{rule}{hint} List them.")
    return str(homes.pop())


def match_members(connection: Connection, name: str) -> Sequence[Any]:
    """The members whose id is `name` or begins with it."""
    members = tables.happening_members
    require_text(name, what="id of a happening")
    statement = select(members.c.id, members.c.happening_id)
    whole = connection.execute(statement.where(members.c.id == name)).all()
    if whole or len(name) < PREFIX_LENGTH:
        return whole
    near = connection.execute(statement.where(members.c.id >= name).order_by(members.c.id).limit(SHOWN_IDS + 1))
    return [row for row in near if row.id.startswith(name)]


def read_happenings(connection: Connection, ids: Sequence[str]) -> list[Happening]:
    """The happenings with these ids, in their order; those that are gone are left out."""
    members, articles = tables.happening_members, tables.articles
    columns = (articles.c.publisher, articles.c.url, articles.c.title)
    rows: defaultdict[str, list[tuple[Mention, Member]]] = defaultdict(list)
    kinds: dict[str, str] = {}
    for some in take_chunks(ids):
        statement = (
            select(members.c.happening_id, members.c.article_id, members.c.body, members.c.joined, *columns)
            .join_from(members, articles, articles.c.id == members.c.article_id)
            .where(members.c.happening_id.in_(some))
        )
        for row in connection.execute(statement):
            rows[row.happening_id].append(make_member(row))
        known = select(tables.happenings).where(tables.happenings.c.id.in_(some))
        kinds.update({row.id: row for row in connection.execute(known)})
    plans = read_plans(connection, ids)
    found = []
    for each in ids:
        if each in kinds and rows[each]:
            many = sorted(rows[each], key=lambda pair: pair[0].order)
            found.append(make_happening(kinds[each], many, plans))
    return found


def make_member(row: Any) -> tuple[Mention, Member]:
    """The mention that a row holds, and the member that it is."""
    with explain_damage(row.article_id):
        mention = Mention.from_dict(row.body)
        join = None if row.joined is None else Join.from_dict(row.joined)
    member = Member(
        mention.id, mention.article_id, mention.finding_id, tell_type(mention), mention.realis, mention.published,
        outlet_of(row.publisher, row.url), row.title, mention.evidence, join,
    )  # fmt: skip
    return mention, member


def make_happening(
    row: Any, many: Sequence[tuple[Mention, Member]], plans: dict[str, tuple[list[str], list[str]]]
) -> Happening:
    """The happening of a row and its members in canonical order."""
    mentions = [mention for mention, _ in many]
    planned, held = plans.get(row.id, ([], []))
    return Happening(
        row.id,
        row.kind,
        most_common(mention.type or tell_type(mention) for mention in mentions),
        most_common(mention.realis for mention in mentions),
        states_of(mentions),
        row.first_day,
        row.last_day,
        tuple(member for _, member in many),
        tuple(planned),
        tuple(held),
    )


def read_plans(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[list[str], list[str]]]:
    """For each happening the ids of those that announced it, and of those that it became."""
    plans = tables.happening_plans
    found: defaultdict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for some in take_chunks(ids):
        statement = select(plans).where(or_(plans.c.planned_id.in_(some), plans.c.held_id.in_(some)))
        for row in connection.execute(statement.order_by(plans.c.planned_id, plans.c.held_id)):
            found[row.held_id][0].append(row.planned_id)
            found[row.planned_id][1].append(row.held_id)
    return found


def outlet_of(publisher: str | None, url: str | None) -> str | None:
    """Who published an article: the publisher, else the host of its address; None where neither is known."""
    if publisher:
        return publisher
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def count_unlinked(connection: Connection) -> int:
    """How many articles were stored before this dragoman linked them."""
    articles = tables.articles
    stale = or_(articles.c.linked.is_(None), articles.c.linked != LINKS_VERSION)
    return connection.scalar(select(func.count()).select_from(articles).where(stale)) or 0


def find_near_copies(connection: Connection, article_id: str) -> list[tuple[str, float]]:
    """The articles whose text is a copy of this one's, cut or edited, with the share of runs of words in common, the
    most alike first."""
    bands = tables.near_copy_bands
    own = select(bands.c.band).where(bands.c.article_id == article_id)
    statement = select(bands.c.article_id).where(bands.c.band.in_(own), bands.c.article_id != article_id).distinct()
    signature = read_signature(connection, article_id)
    if signature is None:
        return []
    found = []
    for other in connection.scalars(statement).all():
        theirs = read_signature(connection, other)
        share = 0.0 if theirs is None else estimate_similarity(signature, theirs)
        if share >= NEAR_COPY:
            found.append((str(other), share))
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))


# -- decisions ------------------------------------------------------------------------------------------------------


def merge_happenings(connection: Connection, one: str, other: str, *, who: str, why: str, when: str) -> int:
    """Decide that two happenings are one; the number of the decision."""
    first, second = resolve_happening(connection, one), resolve_happening(connection, other)
    if first == second:
        raise StoreError(f"{one!r} and {other!r} are one happening already ({first}). Give two.")
    sides = read_side(connection, first), read_side(connection, second)
    if sides[0][0].kind != sides[1][0].kind:
        raise StoreError(
            f"{one!r} is of the kind {sides[0][0].kind}, {other!r} of {sides[1][0].kind}. "
            "Only happenings of one kind can be one."
        )
    return decide(connection, "merge", sides, who=who, why=why, when=when)


def split_member(connection: Connection, name: str, member: str, *, who: str, why: str, when: str) -> int:
    """Decide that a member is not what the other members of its happening report; the number of the decision."""
    home = resolve_happening(connection, name)
    members = read_side(connection, home)
    meant = [mention for mention in members if is_meant(mention, member)]
    if len(meant) != 1:
        rule = "No member" if not meant else "More than one member"
        allowed = ", ".join(mention.id for mention in members[:SHOWN_IDS])
        raise StoreError(f"{rule} of the happening {home} is or begins with {member!r}. Its members: {allowed}.")
    rest = [mention for mention in members if mention.id != meant[0].id]
    if not rest:
        raise StoreError(f"The happening {home} has one member only; there is nothing to keep it apart from.")
    return decide(connection, "split", (meant, rest), who=who, why=why, when=when)


def is_meant(mention: Mention, name: str) -> bool:
    """Whether an id, its beginning, or ARTICLE/FINDING means a member."""
    if name in (mention.id, f"{mention.article_id}/{mention.finding_id}"):
        return True
    return len(name) >= PREFIX_LENGTH and mention.id.startswith(name)


def read_side(connection: Connection, happening_id: str) -> list[Mention]:
    """The members of a happening in canonical order."""
    members = tables.happening_members
    ids = connection.scalars(select(members.c.id).where(members.c.happening_id == happening_id)).all()
    return Shelf(connection).of_ids(ids)


def decide(
    connection: Connection,
    action: str,
    sides: tuple[Sequence[Mention], Sequence[Mention]],
    *,
    who: str,
    why: str,
    when: str,
) -> int:
    """Keep a decision and link anew what it is about; its number."""
    number = write_decision(connection, action, sides, who=who, why=why, when=when)
    linking = Linking(connection)
    linking.touch(mention.id for side in sides for mention in side)
    linking.settle()
    return number


def undo(connection: Connection, number: int, *, who: str, why: str | None, when: str) -> None:
    """Take a decision back and link anew what it was about."""
    decision = undo_decision(connection, number, who=who, why=why, when=when)
    linking = Linking(connection)
    linking.touch(member.current for member in decision.members if member.current is not None)
    linking.settle()
