"""The pipeline: the stages in the order in which data flows.

1 parse, 2 places, 3 actors, 4 dates, 5 claims, 6 events, 7 promises, 8 meetings, 9 check. Reading comes before it and
the store after it. Claims stand before events because an event told in somebody's words needs to know whose they are.
A stage that needs what no earlier stage gives is refused when the pipeline is built.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from .errors import PipelineError
from .record import Article, Reason, Record, Refusal, Sightings, Span
from .stage import Stage

# What is there before the first stage; `sightings` is None where nobody can be asked what other articles showed.
GIVEN = ("article", "sightings")
# The only language whose lexicons and parser the package carries.
LANGUAGE = "en"


def standard_stages(*, with_model: bool = True) -> tuple[Stage, ...]:
    """The stages of dragoman in their order; without the model, events come from the rules alone."""
    from . import actors, check, claims, dates, events, meetings, parse, places, promises  # noqa: F401
    from .actors import find as actors_find
    from .check import verify
    from .events import find as events_find
    from .meetings import find as meetings_find
    from .parse import parse as parsing
    from .promises import find as promises_find

    return (
        parsing.stage(),
        places.stage(),
        actors_find.stage(),
        dates.stage(),
        claims.stage(),
        events_find.stage(with_model=with_model),
        promises_find.stage(),
        meetings_find.stage(),
        verify.stage(),
    )


def check_order(stages: Sequence[Stage], *, given: Iterable[str] = GIVEN) -> None:
    """Raise PipelineError where a stage needs what no earlier one gives, or gives what is already there."""
    there = set(given)
    for stage in stages:
        missing = [need for need in stage.needs if need not in there]
        if missing:
            raise PipelineError(
                f"The stage {stage.name!r} needs {missing}, which no stage before it gives. "
                f"There are {sorted(there)}. Put a stage that gives it earlier."
            )
        twice = [name for name in stage.gives if name in there]
        if twice:
            raise PipelineError(f"The stage {stage.name!r} gives {twice}, which an earlier stage gave already.")
        there.update(stage.gives)


class Pipeline:
    """Codes articles with a fixed order of stages. Raises PipelineError on an order that cannot work."""

    def __init__(self, stages: Sequence[Stage]) -> None:
        check_order(stages)
        if not any("record" in stage.gives for stage in stages):
            raise PipelineError("No stage gives 'record'. Put the check stage last.")
        self.stages = tuple(stages)

    def code(self, article: Article, *, sightings: Sightings | None = None) -> Record:
        """The record of one article; an article in another language yields a record with one refusal. `sightings`: who
        can be asked what other articles showed of a name."""
        if article.language != LANGUAGE:
            whole = Span.cut(article.text, 0, min(len(article.text), 200))
            label = f"language {article.language!r}; dragoman reads {LANGUAGE!r}"
            return Record(article, refused=(Refusal("article", Reason.OTHER_LANGUAGE, label, whole, "language"),))
        values: dict[str, Any] = {"article": article, "sightings": sightings}
        for stage in self.stages:
            given = stage.run(*(values[need] for need in stage.needs))
            values.update(zip(stage.gives, given if len(stage.gives) > 1 else (given,), strict=True))
        record: Record = values["record"]
        return record


def standard_pipeline(*, with_model: bool = True) -> Pipeline:
    """The pipeline of dragoman; its stages load what they need on the first article."""
    return Pipeline(standard_stages(with_model=with_model))
