"""Values of a YAML file: each fault is told with the way to it, the value and what is allowed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import CorpusError
from dragoman.ontology import values
from dragoman.ontology.values import Value, parse_yaml, read_file


def value(held: Any, path: str = "types[2].name") -> Value:
    return Value("mine.yaml", path, held)


def parse(text: str | bytes) -> Any:
    return parse_yaml(text.encode() if isinstance(text, str) else text, "mine.yaml").held


def test_parse_yaml_gives_what_stands_in_the_file() -> None:
    assert parse("\ufeffname: x\nlist: [1, two]\n") == {"name": "x", "list": [1, "two"]}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("a: 1\nb: [", r"mine\.yaml, line 2: this is no YAML .*in quotes", id="not closed"),
        pytest.param("a: He said: no", r"line 1: this is no YAML .*in quotes", id="a colon without quotes"),
        pytest.param("a: 1\nb: 2\na: 3", r"line 3: .*the key 'a' stands twice", id="a key twice"),
        pytest.param("l:\n  - {x: 1, x: 2}", r"line 2: .*the key 'x' stands twice", id="a key twice, further in"),
        pytest.param("a: !!python/name:os.system x", r"line 1: this is no YAML", id="code"),
        pytest.param(b"a: \xff\xfe", r"this is no YAML .*UTF-8", id="no UTF-8"),
        pytest.param("a: \x00", r"this is no YAML", id="a control character"),
        pytest.param("a: 2024-13-45", r"this is no YAML", id="a day that is none"),
        pytest.param("[" * 5000, r"this is no YAML", id="too deep"),
    ],
)
def test_parse_yaml_refuses_what_is_no_yaml_and_names_the_line(text: str | bytes, told: str) -> None:
    with pytest.raises(CorpusError, match=told):
        parse(text)


def test_parse_yaml_takes_the_same_key_in_two_tables() -> None:
    assert parse("l:\n  - {x: 1}\n  - {x: 2}\n") == {"l": [{"x": 1}, {"x": 2}]}


def test_parse_yaml_refuses_a_file_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(values, "LARGEST", 5)
    assert parse("a: 12") == {"a": 12}
    with pytest.raises(CorpusError, match="has more than 5 bytes. Allowed: 5"):
        parse("a: 123")


def test_read_file_gives_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_bytes(b"a: 1")
    assert read_file(tmp_path / "mine.yaml") == b"a: 1"


def test_read_file_says_which_file_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"none\.yaml cannot be read: No such file.*Give the YAML file"):
        read_file(tmp_path / "none.yaml")


def test_keys_and_items_know_the_way_to_what_they_hold() -> None:
    keys = value({"name": "x", "list": ["a", "b"], "empty": None}, "").keys(allowed="name list empty", needed="name")
    assert [(key, each.path) for key, each in keys.items()] == [("name", "name"), ("list", "list")]
    assert [each.path for each in keys["list"].items(least=1, most=2)] == ["list[1]", "list[2]"]
    inner = value({"name": "x"}, "types[3]").keys(allowed="name", needed="name")
    assert inner["name"].path == "types[3].name"


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        pytest.param(
            lambda: value({"nmae": 1}).keys(allowed="name", needed=""), "unknown key 'nmae'", id="misspelt key"
        ),
        pytest.param(lambda: value({1: 1}).keys(allowed="name", needed=""), "unknown key '1'", id="a number as key"),
        pytest.param(lambda: value({}).keys(allowed="name", needed="name"), "lacks the key 'name'", id="key missing"),
        pytest.param(lambda: value({"a": None}).keys(allowed="a", needed="a"), "lacks the key 'a'", id="key empty"),
        pytest.param(lambda: value("x").keys(allowed="a b", needed=""), "a table with the keys a b", id="no table"),
        pytest.param(lambda: value("x").items(least=1, most=2), "Allowed: a list of 1 to 2", id="no list"),
        pytest.param(lambda: value([]).items(least=1, most=2), "has 0 items. Allowed: 1 to 2. Add some", id="too few"),
        pytest.param(
            lambda: value([1] * 3).items(least=1, most=2), "3 items. Allowed: 1 to 2. Drop some", id="too many"
        ),
        pytest.param(lambda: value(False).text(most=9), "is False. Allowed: words; put them in quotes", id="no text"),
        pytest.param(lambda: value(" \n ").text(most=9), "Allowed: 1 to 9 characters", id="blank"),
        pytest.param(lambda: value("x" * 10).text(most=9), "Allowed: 1 to 9 characters", id="too long"),
        pytest.param(lambda: value("aid").name("[A-Z]+", "capitals"), "'aid'. Allowed: capitals", id="name"),
        pytest.param(lambda: value("AID\n").name("[A-Z]", "one capital"), "Allowed: one capital", id="name too long"),
        pytest.param(lambda: value("x").one_of(["b", "a"]), "'x'. Allowed: a, b", id="none of them"),
        pytest.param(lambda: value(["a"]).one_of(["a"]), "Allowed: a", id="a list, not one"),
        pytest.param(lambda: value("x").one_of([]), "Allowed: none here", id="none allowed"),
        pytest.param(lambda: value(11).number(-10, 10), "is 11. Allowed: a number from -10 to 10", id="too great"),
        pytest.param(lambda: value(True).number(-10, 10), "is True. Allowed: a number", id="a truth value"),
        pytest.param(lambda: value("3").number(-10, 10), "is '3'. Allowed: a number", id="a number as text"),
        pytest.param(lambda: value(float("nan")).number(-10, 10), "is nan. Allowed: a number", id="not a number"),
    ],
)
def test_a_wrong_value_is_told_with_its_place(ask: Callable[[], Any], told: str) -> None:
    with pytest.raises(CorpusError, match=r"mine\.yaml: types\[2\]\.name") as caught:
        ask()
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("got", "wanted"),
    [
        (lambda: value("two\n  words ").text(most=9), "two words"),
        (lambda: value("AID").name("[A-Z]+", ""), "AID"),
        (lambda: value("a").one_of(["b", "a"]), "a"),
        (lambda: value(-10).number(-10, 10), -10.0),
        (lambda: value(2.5).number(-10, 10), 2.5),
    ],
)
def test_a_right_value_is_given(got: Callable[[], Any], wanted: Any) -> None:
    assert got() == wanted


def test_a_long_value_is_told_in_short() -> None:
    assert len(str(value("x" * 5000).wrong("less"))) < 200
