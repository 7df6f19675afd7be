"""The docs: every command, option, reason, field of the record and data file is told where a reader looks for it."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import typer

from dragoman.cli.app import app
from dragoman.cli.tables import MARKS
from dragoman.ontology.known import load_known
from dragoman.ontology.own_file import CONTEXT_KEYS, FILE_KEYS, MODE_KEYS, TYPE_KEYS
from dragoman.record import REASONS, RegionKind
from dragoman.record.schema import record_schema

ROOT = Path(__file__).parents[1]
DATA = Path(str(files("dragoman"))) / "data"
COMMANDS: dict[str, Any] = dict(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
SCHEMA = record_schema()
# What a heading of docs/record.md tells, as the schema has it; `refusal` is told under the key that holds it.
SHAPES: dict[str, dict[str, Any]] = {
    "article": SCHEMA["properties"]["article"],
    **{("refused" if name == "refusal" else name): shape for name, shape in SCHEMA["$defs"].items()},
}
OPTIONS = sorted(
    {(name, option) for name, command in COMMANDS.items() for each in command.params for option in each.opts}
)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def section(page: str, heading: str) -> str:
    """The part of a page under the first heading that holds `heading` as a word or in code."""
    found = re.search(rf"^(#+) [^\n]*(?:`dragoman )?\b{heading}\b[^\n]*\n", page, re.MULTILINE)
    assert found, f"no heading tells {heading!r}"
    after = page[found.end() :]
    stop = re.search(rf"^#{{1,{len(found[1])}}} ", after, re.MULTILINE)
    return after[: stop.start()] if stop else after


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_its_heading(command: str) -> None:
    assert re.search(rf"^## .*`dragoman {command}\b", read("docs/cli.md"), re.MULTILINE)


@pytest.mark.parametrize(
    ("command", "option"), [pair for pair in OPTIONS if pair[1].startswith("--") and pair[1] != "--help"]
)
def test_every_option_stands_under_its_command(command: str, option: str) -> None:
    assert f"`{option}" in section(read("docs/cli.md"), f"dragoman {command}")


def test_every_option_in_the_docs_is_real() -> None:
    real = {option for _, option in OPTIONS} | {"--help", "--version"}
    named = set(re.findall(r"`(?:dragoman \w+ )?(--[a-z-]+)", read("docs/cli.md")))
    assert named - real == set()


def test_the_marks_of_the_kinds_are_told() -> None:
    told = section(read("docs/cli.md"), "dragoman show")
    for kind, mark in MARKS.items():
        assert re.search(rf"\b{mark} {kind}\b", " ".join(told.split()))


@pytest.mark.parametrize(("reason", "meaning"), [(str(reason), meaning) for reason, meaning in REASONS.items()])
def test_every_reason_stands_in_the_pipeline_with_its_meaning(reason: str, meaning: str) -> None:
    assert f"| {reason} | {meaning} |" in read("docs/pipeline.md")


@pytest.mark.parametrize(("shape", "field"), [(name, field) for name in SHAPES for field in SHAPES[name]["properties"]])
def test_every_field_of_the_record_is_told_under_its_heading(shape: str, field: str) -> None:
    assert f"`{field}`" in section(read("docs/record.md"), shape)


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_every_field_in_the_docs_is_real(shape: str) -> None:
    rows = re.findall(r"^\| (`[^|]+`) \|", section(read("docs/record.md"), shape), re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert named - set(SHAPES[shape]["properties"]) == set()


@pytest.mark.parametrize(
    ("shape", "field", "value"),
    [
        (shape, field, value)
        for shape in SHAPES
        for field, rule in SHAPES[shape]["properties"].items()
        for value in rule.get("enum", ())
        if shape not in ("refused", "region") and value is not None
    ],
)
def test_every_closed_value_is_told(shape: str, field: str, value: str) -> None:
    assert re.search(rf"\b{re.escape(value)}\b", section(read("docs/record.md"), shape)) or field == "realis"


@pytest.mark.parametrize("kind", list(RegionKind))
def test_every_kind_of_region_is_told(kind: RegionKind) -> None:
    assert str(kind) in section(read("docs/record.md"), "article")


def test_every_event_type_of_the_ontology_is_told() -> None:
    from dragoman.ontology import load_ontology

    told = section(read("docs/record.md"), "events")
    assert [name for name in load_ontology() if not re.search(rf"\b{name}\b", told)] == []


@pytest.mark.parametrize("path", sorted(str(path.relative_to(DATA)) for path in DATA.rglob("*.toml")))
def test_every_data_file_is_told(path: str) -> None:
    assert f"`{path}`" in read("docs/lexicons.md")


@pytest.mark.parametrize("key", sorted({*f"{FILE_KEYS} {TYPE_KEYS} {MODE_KEYS} {CONTEXT_KEYS}".split()}))
def test_every_key_of_an_own_ontology_is_told(key: str) -> None:
    assert f"`{key}`" in section(read("docs/ontology.md"), "The file")


def test_the_sentences_of_the_ontology_page_are_those_of_the_example() -> None:
    example = read("docs/examples/my-ontology.yaml")
    told = re.findall(
        r"^ +- (<S>.*|[A-Z][a-z]+ .*\.)$", section(read("docs/ontology.md"), "A worked example"), re.MULTILINE
    )
    assert len(told) == 5
    assert [sentence for sentence in told if f"- {sentence}\n" not in example] == []


def test_the_number_of_known_sentences_is_told() -> None:
    assert f"{len(load_known())} known sentences" in read("docs/ontology.md")


@pytest.mark.parametrize(
    "page",
    [
        "README.md",
        "docs/cli.md",
        "docs/record.md",
        "docs/pipeline.md",
        "docs/lexicons.md",
        "docs/ontology.md",
        "docs/export.md",
        "docs/linking.md",
        "docs/analysis.md",
    ],
)
def test_no_page_names_a_path_of_one_machine_or_a_file_that_is_not_there(page: str) -> None:
    text = read(page)
    assert not re.search(r"(?<![\w.])/(?:work|home|root|tmp|Users)/", text)
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []


@pytest.mark.parametrize("page", ["README.md", "docs/cli.md"])
def test_the_make_targets_that_are_named_exist(page: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)\b", read(page))) - targets <= {"sure"}


def test_the_readme_tells_the_measured_figures() -> None:
    measured = json.loads(read("gate/floors.json"))["measured"]
    told = section(read("README.md"), "How good it is")
    for kind, development in measured["development"].items():
        row = f"| {kind} | {development:.2f} | {measured['held'][kind]:.2f} |"
        assert row in told, f"README.md tells other figures of {kind}. Run: python gate/readme.py"


def test_the_readme_leaves_no_block_empty() -> None:
    assert not re.search(r"-->\n<!-- end -->", read("README.md"))
