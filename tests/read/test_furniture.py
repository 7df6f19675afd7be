import re

import pytest

from dragoman.errors import LexiconError
from dragoman.read.furniture import load_furniture, read_furniture

GOOD = """
[labels]
exact = ["share"]
starts = ["topics:"]
patterns = ['\\d+ views']
[links]
exact = []
starts = []
[stamps]
updated = ["updated"]
published = ["published"]
fill = []
[bylines]
exact = []
starts = ["by"]
small = []
[captions]
positions = []
weak_positions = []
phrases = []
weak_phrases = []
credits = []
[datelines]
not_places = []
not_first = []
"""


def test_furniture_of_the_package_loads_once():
    assert load_furniture() is load_furniture()
    assert "share" in load_furniture().labels.exact


def test_furniture_reads_a_lexicon():
    furniture = read_furniture(GOOD, name="x.toml")
    assert furniture.labels.match_whole("share:")
    assert furniture.labels.match_whole("3 views")
    assert furniture.labels.match_start("topics: trade") == "topics:"
    assert furniture.bylines.match_start("bystanders fled") is None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[links]", "[lynx]", "lynx"),
        ("fill = []", "", "stamps"),
        ("fill = []", "fill = []\nmore = []", "stamps"),
        ('exact = ["share"]', 'exact = ["Share"]', "lower case"),
        ('exact = ["share"]', "exact = [1]", "lower case"),
        ('exact = ["share"]', 'exact = "share"', "list"),
        ("'\\d+ views'", "'(views'", "regular expression"),
        ("[labels]", "[labels", "no TOML"),
    ],
)
def test_furniture_refuses_what_is_outside_its_closed_set(old, new, message):
    assert old in GOOD
    with pytest.raises(LexiconError, match=re.escape(message)):
        read_furniture(GOOD.replace(old, new, 1), name="x.toml")


def test_furniture_patterns_have_no_quantifier_inside_a_quantified_group():
    for pattern in load_furniture().labels.patterns:
        assert not re.search(r"[+*}]\)[+*{]", pattern.pattern)
