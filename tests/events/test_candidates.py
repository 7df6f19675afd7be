"""Candidates: operators shift the code and say who did it to whom, in parses built by hand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dragoman.events.candidates import (
    LOOSE,
    Candidate,
    CandidateMaker,
    is_hostile_deed,
    with_recipients,
)
from dragoman.events.chain import find_chain
from dragoman.events.frames import verb_frame
from dragoman.events.lexicon import Act, load_act_lexicon
from dragoman.events.roles import Roles, codes
from dragoman.events.triggers import Trigger
from dragoman.parse.tokens import Sentence
from dragoman.record import Actor, Span

from .lexicons import make_act
from .trees import ACCUSED, ATTACKED, URGED, make_tree, mention, token

STATES = {"Kenya": "KEN", "Uganda": "UGA", "Togo": "TGO", "Chad": "TCD"}
FIGHT = make_act("fight", "190")
PULL_BACK = make_act("pull-back", "087", recipient=("prep",), to=("from",))
GIVE = make_act("give", "070", to=("to",))
HOST = make_act("host", "043")
SIGN = make_act("sign", "057", mutual=True, to=("with",))


def tree(verbs: str, *, tail: str = "Uganda NNP dobj {act}") -> Sentence:
    """Kenya, then the given words with the act last, then the tail."""
    act = verbs.count(";") + 1
    return make_tree(f"Kenya NNP nsubj {{top}};{verbs};{tail}".replace("{act}", str(act)).replace("{top}", "1"))


def make(sentence: Sentence, act: Act, word: str) -> Candidate | None:
    lexicon = load_act_lexicon()
    mentions = [mention(sentence, name, code) for name, code in STATES.items() if name in _words(sentence)]
    head = token(sentence, word)
    frame = verb_frame(sentence, head)
    trigger = Trigger(head, act, frame, frame.objects)
    return CandidateMaker(lexicon, Roles(mentions, ())).make(sentence, trigger, find_chain(sentence, head, lexicon))


def _words(sentence: Sentence) -> Sequence[str]:
    return [each.text for each in sentence.tokens]


def told(candidate: Candidate | None) -> tuple[str, list[str], list[str], str] | None:
    """The CAMEO root, sources, recipients and realis."""
    if candidate is None:
        return None
    return candidate.code[:2], codes(candidate.sources), codes(candidate.recipients), candidate.realis


AUX = "nsubj 2;{0} MD aux 2;fights=fight VB ROOT 2;Uganda NNP dobj 2"


@pytest.mark.parametrize(
    ("sentence", "act", "word", "expected"),
    [
        (ATTACKED, FIGHT, "attacked", ("19", ["UGA", "TGO"], ["KEN"], "actual")),
        (URGED, PULL_BACK, "withdraw", ("02", ["KEN"], ["UGA"], "actual")),
        (ACCUSED, FIGHT, "attacking", ("19", ["UGA"], ["TGO"], "actual")),
        (tree("gave=give VBD ROOT 1"), GIVE, "gave", ("07", ["KEN"], ["UGA"], "actual")),
        (
            tree("vowed=vow VBD ROOT 1;to TO aux 3;give VB xcomp 1"),
            GIVE,
            "give",
            ("03", ["KEN"], ["UGA"], "future"),
        ),
        (
            tree("vowed=vow VBD ROOT 1;to TO aux 3;fight VB xcomp 1"),
            FIGHT,
            "fight",
            ("13", ["KEN"], ["UGA"], "future"),
        ),
        (
            tree("refused=refuse VBD ROOT 1;to TO aux 3;give VB xcomp 1"),
            GIVE,
            "give",
            ("12", ["KEN"], ["UGA"], "actual"),
        ),
        (
            tree("failed=fail VBD ROOT 1;to TO aux 3;give VB xcomp 1"),
            GIVE,
            "give",
            ("07", ["KEN"], ["UGA"], "negated"),
        ),
        (
            tree("began=begin VBD ROOT 1;to TO aux 3;give VB xcomp 1"),
            GIVE,
            "give",
            ("07", ["KEN"], ["UGA"], "actual"),
        ),
        (
            tree("stopped=stop VBD ROOT 1;giving=give VBG xcomp 1"),
            GIVE,
            "giving",
            ("16", ["KEN"], ["UGA"], "actual"),
        ),
        (make_tree(f"Kenya NNP {AUX.format('will')}"), FIGHT, "fights", ("13", ["KEN"], ["UGA"], "future")),
        (make_tree(f"Kenya NNP {AUX.format('will')}"), GIVE, "fights", ("03", ["KEN"], ["UGA"], "future")),
        (make_tree(f"Kenya NNP {AUX.format('may')}"), FIGHT, "fights", ("19", ["KEN"], ["UGA"], "hypothetical")),
        # Who is hosted has visited.
        (tree("hosted=host VBD ROOT 1"), HOST, "hosted", ("04", ["UGA"], ["KEN"], "actual")),
        # A duty says nothing of what was done.
        (make_tree(f"Kenya NNP {AUX.format('must')}"), FIGHT, "fights", None),
    ],
)
def test_operators_and_marks_shape_an_act(
    sentence: Sentence, act: Act, word: str, expected: tuple[str, list[str], list[str], str] | None
) -> None:
    assert told(make(sentence, act, word)) == expected


@pytest.mark.parametrize(
    ("sentence", "act", "word", "rule"),
    [
        (tree("gave=give VBD ROOT 1"), GIVE, "gave", "give"),
        (tree("vowed=vow VBD ROOT 1;to TO aux 3;give VB xcomp 1"), GIVE, "give", "promise>give"),
        (tree("began=begin VBD ROOT 1;to TO aux 3;give VB xcomp 1"), GIVE, "give", "give"),
        (URGED, PULL_BACK, "withdraw", "request>pull-back"),
    ],
)
def test_the_rule_names_the_operators_that_shaped_the_act(sentence: Sentence, act: Act, word: str, rule: str) -> None:
    candidate = make(sentence, act, word)
    assert candidate is not None and candidate.rule == rule


def test_an_act_told_in_a_charge_is_the_accusers_word() -> None:
    candidate = make(ACCUSED, FIGHT, "attacking")
    assert candidate is not None and candidate.accuser is not None
    assert candidate.accuser.country == "KEN"
    assert getattr(make(ATTACKED, FIGHT, "attacked"), "accuser", "none") is None


def test_a_state_that_only_tells_where_is_no_recipient() -> None:
    sentence = tree("fought=fight VBD ROOT 1", tail="in IN prep 1;Uganda NNP pobj 2")
    assert told(make(sentence, FIGHT, "fought")) == ("19", ["KEN"], [], "actual")


def test_a_recipient_that_only_stands_in_the_clause_lowers_the_confidence() -> None:
    loose = make(tree("fought=fight VBD ROOT 1", tail="beside IN prep 1;Uganda NNP pobj 2"), FIGHT, "fought")
    firm = make(tree("fought=fight VBD ROOT 1"), FIGHT, "fought")
    assert loose is not None and firm is not None
    assert (codes(loose.recipients), loose.confidence < firm.confidence) == (["UGA"], True)


def test_a_mutual_act_stays_mutual() -> None:
    candidate = make(tree("signed=sign VBD ROOT 1", tail="with IN prep 1;Uganda NNP pobj 2"), SIGN, "signed")
    assert candidate is not None and candidate.mutual


@pytest.mark.parametrize(
    ("code", "needs"), [("190", True), ("183", True), ("202", True), ("057", False), ("171", True), ("036", False)]
)
def test_force_and_violence_are_done_against_somebody(code: str, needs: bool) -> None:
    assert is_hostile_deed(code) is needs


def test_recipients_from_another_clause_make_a_candidate_loose() -> None:
    candidate = make(tree("fought=fight VBD ROOT 1", tail="hard RB advmod 1"), FIGHT, "fought")
    assert candidate is not None and candidate.recipients == ()
    found = with_recipients(candidate, (Actor(Span(0, 4, "Chad"), country="TCD"),), "context")
    assert (codes(found.recipients), found.rule, found.confidence) == (["TCD"], "fight+context", LOOSE)
