"""The page of `dragoman dyad --brief`: what the store proves about two states, every sentence with its source.

In: an open store, two codes, a Choice. Out: the page on standard output. What does not fit on it is counted there.
"""

from __future__ import annotations

from datetime import date, timedelta

from ..analysis.briefing import Briefing, Material, make_briefing
from ..analysis.main_events import pick_groups
from ..analysis.page import render_html, render_markdown
from ..analysis.series import Series
from ..lexicon.states import load_states
from ..record import Event
from ..record.findings import NEWS_DAYS, QUADS
from ..record.found import FindingRow, Found
from ..store import Choice, DyadReader, Store
from .console import clean, say, say_json, warn
from .dyad_commands import SheetFormat

# So many findings of each kind stand on the page, the latest first.
MOST_AGREEMENTS, MOST_COMMITMENTS, MOST_MEETINGS, MOST_CONDITIONS = 40, 40, 30, 20
MOST_CLAIMS, MOST_VOICED, MOST_OFFICIALS = 20, 20, 60
# So many denials are held against what was reported as done.
MOST_DENIED = 30


def print_brief(
    store: Store, codes: tuple[str, str], choice: Choice, *, form: SheetFormat, html: bool, series: Series
) -> None:
    """Print the page as Markdown, HTML or JSON."""
    briefing = make_briefing(gather(store.dyads, codes, choice))
    if briefing.summary is None and not briefing.sections:
        warn(f"{store.place}: nothing is known of {codes[0]} and {codes[1]} together.")
    if form is SheetFormat.JSON:
        say_json(briefing.to_dict(), indent=1)
    elif form is SheetFormat.JSONL:
        say_json(briefing.to_dict())
    elif html:
        say(clean(render_html(briefing, plot=draw(briefing, series))).rstrip("\n"))
    else:
        say(clean(render_markdown(briefing)).rstrip("\n"))


def draw(briefing: Briefing, series: Series) -> str | None:
    """The timeline as a part of the page; None where there is nothing to draw."""
    from ..analysis.canvas import inline
    from ..analysis.timeline import draw_timeline

    if not series.periods:
        return None
    label = f"Cooperation and conflict of {briefing.names[0]} and {briefing.names[1]} by {series.kind}"
    return inline(draw_timeline(series, briefing.names), label)


def gather(ask: DyadReader, codes: tuple[str, str], choice: Choice) -> Material:
    """All that the page is made of."""
    since, until = choice.since, choice.until
    counted = ask.counts(*codes, choice)
    first, last = ask.ends(*codes, choice)
    mentions = Choice(choice.since, choice.until, choice.types, choice.realis, choice.attributed)
    groups, left_out = pick_groups(ask.counts(*codes, mentions, by_day=True))
    told = [
        (group, ask.mentions(group.actor, group.recipient, only(mentions, group.type), span=group.span))
        for group in groups
    ]
    one, other = codes
    return Material(
        codes=codes,
        names=load_states().short_names,
        since=choice.since,
        until=choice.until,
        quads={quad: sum(row.number for row in counted if row.quad == quad) for quad in QUADS},
        articles=ask.articles(*codes, mentions),
        first=first,
        last=last,
        groups=[(group, found) for group, found in told if found.rows],
        groups_left_out=left_out,
        agreements=ask.mutual("agreements", *codes, limit=MOST_AGREEMENTS, since=since, until=until),
        commitments=ask.mutual("commitments", *codes, limit=MOST_COMMITMENTS, since=since, until=until),
        meetings=ask.mutual("meetings", *codes, limit=MOST_MEETINGS, since=since, until=until),
        conditions=ask.mutual("conditions", *codes, limit=MOST_CONDITIONS, since=since, until=until),
        claims=(
            ask.claims(one, other, limit=MOST_CLAIMS, since=since, until=until),
            ask.claims(other, one, limit=MOST_CLAIMS, since=since, until=until),
        ),
        attributed=find_voiced(ask, codes, mentions),
        denied=find_denied(ask, codes, mentions),
        officials=(
            ask.officials(one, *codes, limit=MOST_OFFICIALS, since=since, until=until),
            ask.officials(other, *codes, limit=MOST_OFFICIALS, since=since, until=until),
        ),
    )


def only(choice: Choice, kind: str) -> Choice:
    """The choice, of one type."""
    return Choice(choice.since, choice.until, (kind,), choice.realis, choice.attributed)


def find_voiced(ask: DyadReader, codes: tuple[str, str], choice: Choice) -> Found:
    """The latest events that are told in somebody's words, of both directions."""
    both = [ask.mentions(*pair, choice, newest=True, voiced=True, limit=MOST_VOICED) for pair in (codes, codes[::-1])]
    rows = sorted((row for found in both for row in found.rows), key=lambda row: row.article_id)
    rows.sort(key=lambda row: row.published or "", reverse=True)
    return Found(tuple(rows[:MOST_VOICED]), sum(found.count for found in both))


def find_denied(ask: DyadReader, codes: tuple[str, str], choice: Choice) -> list[tuple[FindingRow, FindingRow]]:
    """What was reported as done, each with a report that it was not: of one type and direction, and near in time."""
    negated = Choice(choice.since, choice.until, choice.types, ("negated",), choice.attributed)
    found: dict[tuple[str, str], tuple[FindingRow, FindingRow]] = {}
    for pair in (codes, codes[::-1]):
        for denied in ask.mentions(*pair, negated, directed=True, newest=True, limit=MOST_DENIED).rows:
            event = denied.finding
            day = known_day(denied)
            if not isinstance(event, Event) or day is None:
                continue
            near = Choice(
                (day - timedelta(days=NEWS_DAYS)).isoformat(),
                (day + timedelta(days=NEWS_DAYS)).isoformat(),
                (event.type,),
                attributed=choice.attributed,
            )
            done = ask.mentions(*pair, near, directed=True, limit=1).rows
            if done:
                found.setdefault((denied.article_id, event.id), (done[0], denied))
    return list(found.values())


def known_day(row: FindingRow) -> date | None:
    """The day of an event where the text or the publication names one."""
    event = row.finding
    exact = isinstance(event, Event) and (event.date is None or event.date.precision == "day")
    try:
        return date.fromisoformat(row.day) if exact and row.day else None
    except ValueError:
        return None
