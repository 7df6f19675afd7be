"""The act lexicon's data: closed keys, known codes, modes and classes, no object of a verb told twice.

Reads the TOML files themselves, so that a mistake in a row names the row.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import combinations
from typing import Any

import pytest

from dragoman.errors import LexiconError
from dragoman.events.lexicon import ACT_FILES, CLASSES_FILE, OPERATORS_FILE, load_act_lexicon
from dragoman.lexicon.load import check_keys, load_rows, load_table
from dragoman.ontology import load_ontology

ACT_KEYS = "id verbs objects nouns noun_objects noun_of code mode to recipient mutual alone passive reply"
PLAIN_KEYS = "words kind verbs objects nouns note"
KINDS = frozenset(
    {
        *("intend", "offer", "refuse", "demand", "request", "invite", "threaten", "warn", "stop", "resume", "ease"),
        *("accuse", "deny", "perform", "undergo", "discuss", "consider", "fail", "prevent", "support", "oppose"),
        "investigate",
    }
)
CONTROLS = frozenset({"subject", "object", "none"})
# A preposition outside this list is a misspelling or needs a reader's eye first.
PREPOSITIONS = frozenset(
    {
        *("about", "across", "after", "against", "along", "alongside", "among", "around", "as", "at", "before"),
        *("behind", "belonging", "between", "by", "for", "from", "in", "in_front", "into", "near", "of", "off", "on"),
        *("opposite", "out_of", "outside", "over", "regarding", "through", "to", "together", "toward", "towards"),
        *("under", "upon", "with"),
    }
)
# What may stand behind "+" beside a preposition: adverbs that some parses attach to the verb itself.
GOVERNED = PREPOSITIONS | {"back", "down", "up", "without"}
ROLES = frozenset({"source", "recipient", "object"})
PLACES = frozenset({"object", "prep", "inside"})
LEMMA = re.compile(r"[^\s+_A-Z]+(?:_[^\s+_A-Z]+)?(?:\+[a-z_]+)?")
# No news event: statements without a party they are made to.
SILENT_ROOT = "01"


@pytest.fixture(scope="module")
def acts() -> list[dict[str, Any]]:
    return [row for name in ACT_FILES for row in load_rows(name, "act", allowed=ACT_KEYS, needed="id code")]


@pytest.fixture(scope="module")
def classes() -> dict[str, frozenset[str]]:
    rows = load_rows(CLASSES_FILE, "class", allowed="name words", needed="name words")
    return {row["name"]: frozenset(row["words"]) for row in rows}


@pytest.fixture(scope="module")
def operators() -> list[dict[str, Any]]:
    keys = "id verbs nouns adjectives kind control"
    return load_rows(OPERATORS_FILE, "operator", allowed=keys, needed="id kind control")


@pytest.fixture(scope="module")
def types() -> dict[str, list[str]]:
    table: dict[str, list[str]] = load_table(OPERATORS_FILE)["mode"]
    return table


def by_word(acts: list[dict[str, Any]], key: str) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for act in acts:
        for word in act.get(key, ()):
            found[word].append(act)
    return found


@pytest.mark.parametrize(
    ("name", "sections"),
    [(CLASSES_FILE, {"class", "plain"}), (OPERATORS_FILE, {"operator", "shift", "mode"})]
    + [(name, {"act"}) for name in ACT_FILES],
)
def test_a_data_file_has_only_its_own_sections(name: str, sections: set[str]) -> None:
    assert set(load_table(name)) == sections


def test_a_misspelt_key_is_refused() -> None:
    with pytest.raises(LexiconError, match="recipent"):
        check_keys("acts", {"id": "a", "code": "010", "recipent": []}, frozenset(ACT_KEYS.split()), frozenset({"id"}))


def test_ids_are_unique(acts: list[dict[str, Any]], operators: list[dict[str, Any]]) -> None:
    for rows in (acts, operators):
        assert [each for each, count in Counter(row["id"] for row in rows).items() if count > 1] == []


def test_the_lexicon_is_as_large_as_promised(acts: list[dict[str, Any]], operators: list[dict[str, Any]]) -> None:
    words = sum(len({word for act in acts for word in act.get(key, ())}) for key in ("verbs", "nouns"))
    above = sum(len(row.get(key, ())) for row in operators for key in ("verbs", "nouns", "adjectives"))
    assert len(acts) >= 250 and words >= 1400 and above >= 400


def test_every_act_can_be_triggered_and_spells_lemmas(acts: list[dict[str, Any]]) -> None:
    assert [act["id"] for act in acts if not act.get("verbs") and not act.get("nouns")] == []
    assert [verb for act in acts for verb in act.get("verbs", ()) if not LEMMA.fullmatch(verb)] == []
    words = [word for act in acts for key in ("nouns", "objects", "noun_objects") for word in act.get(key, ())]
    assert [word for word in words if word != word.lower() or "_" in word or word != word.strip()] == []


def test_an_act_lists_a_word_once(acts: list[dict[str, Any]]) -> None:
    twice = [
        (act["id"], word)
        for act in acts
        for key in ("verbs", "nouns", "objects", "noun_objects", "to")
        for word, count in Counter(act.get(key, ())).items()
        if count > 1
    ]
    assert twice == []


def test_codes_of_acts_have_a_type(acts: list[dict[str, Any]], types: dict[str, list[str]]) -> None:
    assert [act["id"] for act in acts if not types.get(act["code"], [""])[0]] == []


def test_modes_belong_to_the_type_or_to_one_other(acts: list[dict[str, Any]], types: dict[str, list[str]]) -> None:
    ontology = load_ontology()
    owners: Counter[str] = Counter(mode for kind in ontology.values() for mode in kind.modes)
    wrong = [
        act["id"]
        for act in acts
        if (mode := act.get("mode")) and mode not in ontology[types[act["code"]][0]].modes and owners[mode] != 1
    ]
    assert wrong == []


def test_the_mode_table_covers_the_code_book(types: dict[str, list[str]]) -> None:
    ontology = load_ontology()
    groups = "010-019 020-028 030-039 040-046 050-057 060-064 070-075 080-087 090-094 100-108 110-116 120-129 130-139"
    groups += " 140-145 150-154 160-166 170-176 180-186 190-196 200-204"
    wanted = {f"{code:03}" for group in groups.split() for code in range(int(group[:3]), int(group[4:]) + 1)}
    assert set(types) == wanted
    assert [code for code, (kind, mode) in types.items() if kind and mode and mode not in ontology[kind].modes] == []
    assert [code for code, (kind, mode) in types.items() if not kind and (mode or code[:2] != SILENT_ROOT)] == []


def test_every_code_that_news_uses_is_told_by_an_act_or_a_shift(
    acts: list[dict[str, Any]], types: dict[str, list[str]]
) -> None:
    shifts = load_table(OPERATORS_FILE)["shift"]
    told = {act["code"] for act in acts} | {code for table in shifts.values() for code in table.values()}
    assert [code for code in types if code[:2] != SILENT_ROOT and code not in told] == []


def test_every_plover_type_and_mode_is_reached(acts: list[dict[str, Any]], types: dict[str, list[str]]) -> None:
    reached = {mode for _, mode in types.values()} | {act.get("mode", "") for act in acts}
    assert {mode for kind in load_ontology().values() for mode in kind.modes} - reached == set()
    assert set(load_ontology()) - {kind for kind, _ in types.values()} == set()


def test_classes_exist_and_are_used(acts: list[dict[str, Any]], classes: dict[str, frozenset[str]]) -> None:
    named = {
        word[1:] for act in acts for key in ("objects", "noun_objects") for word in act.get(key, ()) if word[0] == "@"
    }
    # "sport" and "home" are asked for by the trigger search and the dyad, not by an act.
    assert named | {"sport", "home"} == set(classes)


def test_a_class_lists_a_word_once_in_lower_case() -> None:
    rows = load_rows(CLASSES_FILE, "class", allowed="name words", needed="name words")
    assert len({row["name"] for row in rows}) == len(rows)
    for row in rows:
        assert len(set(row["words"])) == len(row["words"]), row["name"]
        assert all(word == word.lower().strip() for word in row["words"]), row["name"]


def test_prepositions_and_roles_are_known(acts: list[dict[str, Any]]) -> None:
    assert {prep for act in acts for prep in act.get("to", ())} - PREPOSITIONS == set()
    assert {verb.partition("+")[2] for act in acts for verb in act.get("verbs", ())} - GOVERNED == {""}
    assert {act.get("noun_of", "recipient") for act in acts} <= ROLES
    assert {place for act in acts for place in act.get("recipient", ())} <= PLACES
    flags = [act.get(key, True) for act in acts for key in ("mutual", "alone", "passive", "reply")]
    assert all(isinstance(flag, bool) for flag in flags)


def test_only_acts_with_nouns_say_what_of_means(acts: list[dict[str, Any]]) -> None:
    assert [act["id"] for act in acts if act.get("noun_objects") and not act.get("nouns")] == []


@pytest.mark.parametrize(("words", "key"), [("verbs", "objects"), ("nouns", "noun_objects")])
def test_a_word_has_one_code_for_each_object(acts: list[dict[str, Any]], words: str, key: str) -> None:
    """Where classes overlap in single words, the first act in the file wins; the same class never stands twice."""
    clashes = [
        (word, first["id"], second["id"])
        for word, sharing in by_word(acts, words).items()
        for first, second in combinations(sharing, 2)
        if first["code"] != second["code"]
        and (set(first.get(key, ())) & set(second.get(key, ())) or not first.get(key) and not second.get(key))
    ]
    assert clashes == []


@pytest.mark.parametrize("key", ["verbs", "nouns", "adjectives"])
def test_an_operator_word_has_one_meaning(operators: list[dict[str, Any]], key: str) -> None:
    counted = Counter(word for row in operators for word in row.get(key, ()))
    assert [word for word, count in counted.items() if count > 1] == []


def test_operators_have_a_kind_with_a_shift_table(operators: list[dict[str, Any]]) -> None:
    assert {row["kind"] for row in operators} == KINDS == set(load_table(OPERATORS_FILE)["shift"])
    assert {row["control"] for row in operators} <= CONTROLS


def test_shifts_lead_from_and_to_known_codes(types: dict[str, list[str]]) -> None:
    for kind, table in load_table(OPERATORS_FILE)["shift"].items():
        assert [prefix for prefix in table if not any(code.startswith(prefix) for code in types)] == [], kind
        assert [code for code in table.values() if code and not types.get(code, [""])[0]] == [], kind


@pytest.mark.parametrize(
    ("kind", "code", "shifted"),
    [
        ("intend", "042", "036"),
        ("intend", "045", "039"),
        ("intend", "073", "033"),
        ("intend", "084", "035"),
        ("intend", "163", "131"),
        ("intend", "195", "138"),
        ("offer", "045", "039"),
        ("offer", "055", ""),
        ("refuse", "063", "121"),
        ("refuse", "057", "127"),
        ("refuse", "042", "125"),
        ("refuse", "087", "124"),
        ("demand", "084", "105"),
        ("demand", "083", "104"),
        ("request", "046", "026"),
        ("request", "073", "023"),
        ("threaten", "172", "132"),
        ("threaten", "141", "133"),
        ("stop", "071", "162"),
        ("stop", "046", "164"),
        ("stop", "194", "087"),
        ("stop", "042", ""),
        ("ease", "163", "085"),
        ("ease", "172", "081"),
        ("resume", "046", ""),
        ("perform", "195", ""),
        # These make no event: an attack refused, discussed or considered, a talk threatened.
        ("refuse", "195", None),
        ("discuss", "084", None),
        ("consider", "163", None),
        ("threaten", "040", None),
        ("invite", "195", None),
    ],
)
def test_an_operator_shifts_the_code_below(kind: str, code: str, shifted: str | None) -> None:
    assert load_act_lexicon().shift(kind, code) == shifted


@pytest.mark.parametrize(
    ("verb", "phrase", "codes"),
    [
        ("sign", "memorandum of understanding", {"057"}),
        ("sign", "autograph", set()),
        ("strike", "deal", {"057"}),
        ("strike", "balance", set()),
        ("lift", "embargo", {"085"}),
        ("lift", "curfew", {"081"}),
        ("lift", "trophy", set()),
        ("recall", "ambassador", {"161"}),
        ("recall", "childhood", set()),
        ("sever", "diplomatic relation", {"161"}),
        ("sever", "cable", set()),
        ("impose", "sanction", {"163"}),
        ("impose", "curfew", {"172"}),
        ("impose", "opinion", set()),
        ("summon", "charge d'affaires", {"114"}),
        ("summon", "courage", set()),
        ("violate", "truce", {"196"}),
        ("violate", "airspace", {"150"}),
        ("violate", "silence", set()),
        ("hand_over", "fugitive", {"063"}),
        ("hand_over", "microphone", set()),
        ("give", "ultimatum", {"139"}),
        ("give", "example", set()),
        ("send", "condolence", {"018"}),
        ("send", "ambulance", {"073"}),
        ("send", "warship", {"154"}),
        ("send", "invoice", set()),
    ],
)
def test_a_verb_tells_an_act_only_with_its_objects(verb: str, phrase: str, codes: set[str]) -> None:
    lexicon = load_act_lexicon()
    told = {
        act.code
        for governed, act in lexicon.verbs.get(verb, ())
        if not governed and act.objects and lexicon.is_in(phrase, act.objects)
    }
    assert told == codes


def test_plain_rows_are_complete() -> None:
    for row in load_rows(CLASSES_FILE, "plain", allowed=PLAIN_KEYS, needed="kind"):
        assert row["kind"] in ("verb+object", "noun")
        needed = ("verbs", "objects") if row["kind"] == "verb+object" else ("words",)
        assert all(row.get(key) and len(set(row[key])) == len(row[key]) for key in needed), row


@pytest.mark.parametrize(
    ("verb", "phrase", "is_plain"),
    [
        ("meet", "deadline", True),
        ("meet", "president", False),
        ("release", "statement", True),
        ("release", "hostage", False),
        ("strike", "balance", True),
        ("strike", "deal", False),
        ("fire", "coach", True),
        ("fire", "missile", False),
    ],
)
def test_plain_phrases_are_told_apart_from_acts(verb: str, phrase: str, is_plain: bool) -> None:
    assert any(verb in verbs and phrase in objects for verbs, objects in load_act_lexicon().plain) is is_plain
