"""The pipeline: what order is refused, what another language gives, and that findings of samples prove themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from dragoman.coding import load_pipeline
from dragoman.errors import PipelineError
from dragoman.pipeline import Pipeline, check_order, standard_pipeline, standard_stages
from dragoman.read import ReadFailure, read_inputs
from dragoman.record import Article, Reason, Record, Region, RegionKind, Span
from dragoman.record.schema import record_schema
from dragoman.stage import Stage

SAMPLES = Path(str(files("dragoman"))) / "data" / "samples"
PAGES = sorted(path.name for path in SAMPLES.iterdir() if path.is_file() and not path.name.startswith("held-"))
ARTICLE = Article("a1", "Some words.", regions=(Region(0, 11, RegionKind.BODY),))


def stage(name: str, needs: str, gives: str) -> Stage:
    return Stage(name, tuple(needs.split()), tuple(gives.split()), lambda *values: None)


PARSE = stage("parse", "article", "parsed")
ACTORS = stage("actors", "parsed", "mentions persons")
CHECK = stage("check", "article mentions persons", "record")


@pytest.mark.parametrize(
    ("stages", "name", "need"),
    [
        ((ACTORS, PARSE, CHECK), "actors", "parsed"),
        ((PARSE, CHECK, ACTORS), "check", "mentions"),
        ((CHECK,), "check", "mentions"),
        ((stage("odd", "weather", "record"),), "odd", "weather"),
        ((stage("own", "own", "own"),), "own", "own"),
    ],
)
def test_a_stage_that_needs_what_no_earlier_one_gives_is_refused_by_name(
    stages: tuple[Stage, ...], name: str, need: str
) -> None:
    with pytest.raises(PipelineError, match=rf"'{name}' needs \['{need}'"):
        Pipeline(stages)


@pytest.mark.parametrize(
    ("stages", "name", "given"),
    [
        ((PARSE, PARSE), "parse", "parsed"),
        ((PARSE, ACTORS, stage("again", "parsed", "persons record")), "again", "persons"),
        ((stage("fake", "article", "article"),), "fake", "article"),
    ],
)
def test_a_stage_that_gives_what_is_there_already_is_refused_by_name(
    stages: tuple[Stage, ...], name: str, given: str
) -> None:
    with pytest.raises(PipelineError, match=rf"'{name}' gives \['{given}'\]"):
        check_order(stages)


@pytest.mark.parametrize("stages", [(), (PARSE,), (PARSE, ACTORS)], ids=["none", "one", "two"])
def test_a_pipeline_that_gives_no_record_is_refused(stages: tuple[Stage, ...]) -> None:
    with pytest.raises(PipelineError, match="record"):
        Pipeline(stages)


def test_an_order_in_which_every_need_was_given_is_accepted() -> None:
    assert Pipeline((PARSE, ACTORS, CHECK)).stages == (PARSE, ACTORS, CHECK)


def test_what_is_there_before_the_first_stage_can_be_told() -> None:
    check_order((ACTORS,), given=("parsed",))
    with pytest.raises(PipelineError, match="parsed"):
        check_order((ACTORS,), given=())


def test_stages_get_what_they_need_in_their_order() -> None:
    seen: list[tuple[Any, ...]] = []

    def check(*values: Any) -> Record:
        seen.append(values)
        return Record(ARTICLE)

    stages = (
        Stage("parse", ("article",), ("parsed",), lambda article: f"parsed {article.id}"),
        Stage("actors", ("parsed",), ("mentions", "persons"), lambda parsed: (("m",), ("p",))),
        Stage("check", ("persons", "article", "mentions", "parsed"), ("record",), check),
    )
    assert Pipeline(stages).code(ARTICLE) == Record(ARTICLE)
    assert seen == [(("p",), ARTICLE, ("m",), "parsed a1")]


def test_a_stage_that_gives_another_number_of_values_is_no_silent_loss() -> None:
    stages = (replace(PARSE, gives=("parsed", "record"), run=lambda article: ("parsed",)),)
    with pytest.raises(ValueError, match="zip"):
        Pipeline(stages).code(ARTICLE)


def test_the_standard_order_is_accepted_and_gives_the_record_last() -> None:
    stages = standard_stages()
    assert [each.name for each in stages] == [
        "parse",
        "places",
        "actors",
        "dates",
        "claims",
        "events",
        "promises",
        "meetings",
        "check",
    ]
    assert "record" in stages[-1].gives
    assert standard_pipeline().stages


@pytest.mark.parametrize("at", range(9))
def test_the_standard_order_without_one_of_its_stages_is_refused(at: int) -> None:
    stages = standard_stages()
    with pytest.raises(PipelineError):
        Pipeline(stages[:at] + stages[at + 1 :])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les ministres se sont vus hier à Dakar."),
        ("und", "…"),
        ("", ""),
        ("de", "Wort " * 1000),
    ],
)
def test_an_article_in_another_language_gives_one_refusal_and_no_findings(language: str, text: str) -> None:
    # The stages here only fail, so they are seen not to run.
    fails = Stage("fails", ("article",), ("record",), lambda article: pytest.fail("a stage ran"))
    record = Pipeline((fails,)).code(Article("a1", text, language=language))
    assert record.findings() == []
    assert [(refusal.kind, refusal.reason) for refusal in record.refused] == [("article", Reason.OTHER_LANGUAGE)]
    assert repr(language) in record.refused[0].label
    assert record.refused[0].evidence.proves(text)


def test_an_article_without_words_gives_an_empty_record() -> None:
    record = load_pipeline().code(Article("a1", ""))
    assert (record.findings(), record.refused) == ([], ())


@lru_cache(maxsize=1)
def load_records() -> dict[str, tuple[Record, ...]]:
    """The records of the sample pages, by page."""
    return {name: tuple(code_page(name)) for name in PAGES}


def code_page(name: str) -> Iterator[Record]:
    for article in read_inputs([str(SAMPLES / name)]):
        assert not isinstance(article, ReadFailure), article
        yield load_pipeline().code(article)


def spans_of(value: Any) -> Iterator[Span]:
    """All spans inside a finding, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_of(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans_of(getattr(value, field.name))


@pytest.mark.parametrize("name", PAGES)
def test_every_span_of_every_finding_of_a_sample_proves_itself(name: str) -> None:
    records = load_records()[name]
    assert records
    for record in records:
        found = [*record.findings(), *((refusal.kind, refusal) for refusal in record.refused)]
        wrong = [
            (kind, span) for kind, each in found for span in spans_of(each) if not span.proves(record.article.text)
        ]
        assert wrong == []


@pytest.mark.parametrize("name", PAGES)
def test_every_sample_yields_an_event(name: str) -> None:
    assert any(record.events for record in load_records()[name])


@pytest.mark.parametrize("name", PAGES)
def test_every_record_of_a_sample_comes_back_whole_and_follows_the_schema(name: str) -> None:
    validator = Draft202012Validator(record_schema())
    for record in load_records()[name]:
        plain = record.to_dict(explain=True)
        assert Record.from_dict(plain) == record
        assert [error.message for error in validator.iter_errors(plain)] == []


@pytest.mark.parametrize("name", PAGES)
def test_the_ids_of_a_record_are_its_own(name: str) -> None:
    for record in load_records()[name]:
        ids = [(kind, finding.id) for kind, finding in record.findings()]
        assert len(set(ids)) == len(ids)


def test_two_runs_over_one_page_give_the_same_record() -> None:
    assert tuple(code_page(PAGES[0])) == load_records()[PAGES[0]]
