"""The data file is a closed set; a slip in it is refused."""

from __future__ import annotations

from importlib import resources

import pytest

from dragoman.dates.grammar import compile_grammar, load_grammar
from dragoman.dates.lexicon import load_lexicon, read_lexicon, split_phrase
from dragoman.dates.slots import SLOTS
from dragoman.errors import LexiconError

SLIPS = [
    ("january = 1", "january = 13"),
    ("january = 1", 'january = "one"'),
    ("january = 1", "january = true"),
    ('day = "day"', 'day = "hour"'),
    ("[months]", "[moons]"),
    ("parts = [", "pieces = ["),
    ('"christmas day" = [12, 25]', '"christmas day" = [25, 12]'),
    ('"christmas day" = [12, 25]', '"christmas day" = 25'),
    ('parts = ["early"', 'parts = ["Early"'),
    ('parts = ["early"', "parts = [1"),
    ("sign = -1", "step = -1"),
    ('name = "ago"', 'name = "iso-date"'),
    ('name = "ago"', 'title = "ago"'),
    ('unless_after = ["of"]', 'unless_behind = ["of"]'),
    ('set = { unit = "year", which = 0 }', 'set = { unit = "fortnight", which = 0 }'),
    ("[months]", "[months"),
    ("[[named_days]]\nmonth = 9", "[[named_days]]\nmoon = 9"),
]
WRONG_RULES = [
    ('pattern = "{iso}"', 'pattern = "{isoo}"'),
    ('build = "weekend"', 'build = "weekends"'),
    ('pattern = "{calendarday}"', 'pattern = "early {point}"'),
]


def file_text() -> str:
    return (resources.files("dragoman") / "data" / "en" / "dates.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("right", "wrong"), SLIPS)
def test_slip_in_the_file_is_refused(right: str, wrong: str) -> None:
    text = file_text()
    assert right in text
    with pytest.raises(LexiconError, match=r"dates\.toml"):
        read_lexicon(text.replace(right, wrong, 1))


@pytest.mark.parametrize(("right", "wrong"), WRONG_RULES)
def test_rule_with_unknown_parts_or_a_circle_is_refused(right: str, wrong: str) -> None:
    text = file_text()
    assert right in text
    with pytest.raises(LexiconError):
        compile_grammar(read_lexicon(text.replace(right, wrong, 1)))


def test_every_word_list_and_phrase_is_split_as_texts_are() -> None:
    assert split_phrase("New Year’s Eve") == ("new", "year", "'", "s", "eve")
    assert split_phrase("dhul-hijjah") == ("dhul", "-", "hijjah")
    assert all(phrase == split_phrase(" ".join(phrase)) for phrase in load_lexicon().holidays)


def test_every_slot_is_asked_for_by_some_rule() -> None:
    asked = {slot for rule in load_lexicon().rules for slot in SLOTS if f"{{{slot}}}" in rule.pattern
             or f"{{{slot}:" in rule.pattern}  # fmt: skip
    assert asked == set(SLOTS)


def test_every_name_is_used_or_searched() -> None:
    rules = load_lexicon().rules
    patterns = " ".join(rule.pattern for rule in rules)
    goals = {"date", "period", "deadline"}
    assert [rule.gives for rule in rules if rule.gives not in goals and f"{{{rule.gives}" not in patterns] == []


def test_words_that_open_no_phrase_are_known_beforehand() -> None:
    _, grammar = load_grammar()
    assert {"last", "monday", "by", "jan", "ramadan", "q", "two"} <= grammar.openers
    assert not {"minister", "signed", "treaty"} & grammar.openers
