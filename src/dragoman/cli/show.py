"""`dragoman show`: one article, its text with the findings marked, tables under it."""

from __future__ import annotations

from rich.text import Text

from ..record import Record, RegionKind
from ..store import Store
from .console import Format, clean, fail, out, say_json
from .tables import MARKS, print_record

# One colour for each kind, told in the legend; the marks in brackets carry the same without colour.
COLOURS = {
    "events": "bold red",
    "agreements": "bold green",
    "commitments": "bold yellow",
    "claims": "cyan",
    "meetings": "bold magenta",
    "persons": "bold blue",
    "conditions": "yellow",
}


def marked_text(record: Record) -> Text:
    """The article's text with every finding in its colour and, at its start, its mark ("[E1]"): the number of its row
    in the tables. Furniture and captions are dimmed."""
    text = record.article.text
    marks: dict[int, list[str]] = {}
    spans: list[tuple[int, int, str]] = []
    numbers: dict[str, int] = {}
    for kind, finding in record.findings():
        numbers[kind] = numbers.get(kind, 0) + 1
        span = getattr(finding, "trigger", None) or finding.evidence
        marks.setdefault(span.start, []).append(f"{MARKS[kind]}{numbers[kind]}")
        spans.append((span.start, span.end, COLOURS[kind]))
    for region in record.article.regions:
        if region.kind not in (RegionKind.BODY, RegionKind.HEADLINE):
            spans.append((region.start, region.end, "dim"))
    edges = sorted({0, len(text), *marks, *(start for start, _, _ in spans), *(end for _, end, _ in spans)})
    shown = Text()
    for start, end in zip(edges, edges[1:], strict=False):
        if start in marks:
            shown.append(f"[{' '.join(marks[start])}]", style="reverse")
        style = " ".join(colour for first, last, colour in spans if first <= start and end <= last)
        shown.append(clean(text[start:end]), style=_last_colour(style))
    return shown


def _last_colour(style: str) -> str:
    """Of several colours the last named one; Rich refuses two."""
    words = style.split()
    colours = [word for word in words if word not in ("bold", "dim")]
    weights = sorted({word for word in words if word in ("bold", "dim")})
    return " ".join([*weights[:1], *colours[-1:]])


def run(article: str, *, db: str, form: Format, explain: bool) -> int:
    """Show the article; the exit status of the contract."""
    with Store.open(db, create=False) as store:
        record = store.get(store.resolve_id(article))
        place = store.place
    if record is None:
        return fail(f"No article has the id {article!r} in {place}. List the articles: dragoman list --db {place}")
    if form is not Format.TABLE:
        say_json(record.to_dict(explain=explain), indent=1 if form is Format.JSON else None)
        return 0
    console = out()
    console.print(marked_text(record))
    console.print()
    legend = Text("marks: ")
    for kind in COLOURS:
        legend.append(f"{MARKS[kind]} {kind}  ", style=COLOURS[kind])
    console.print(legend)
    console.print()
    print_record(console, record, explain=explain, numbered=True)
    return 0
