"""Candidates: an act with its operators becomes who did what to whom, before date, place and attribution.

In: a Trigger, its chain, Roles. Out: a Candidate, or nothing where an operator takes the act back ("considered").
Sources and recipients come from the act's own clause and from the operators above it, nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..parse.tokens import Sentence, Token
from ..record import Actor
from .chain import Link
from .frames import VERB_POS, owners_of, patients_of, prep_objects, subjects_of
from .lexicon import ActLexicon
from .modality import Modality, read_modality
from .parties import Parties
from .roles import Roles, codes, is_coded, merge
from .triggers import Trigger

# Operators below which the act is the subject's own to do or not to do.
_OWN = frozenset(
    {
        "intend",
        "offer",
        "refuse",
        "threaten",
        "fail",
        "consider",
        "deny",
        "stop",
        "ease",
        "discuss",
        "prevent",
        "resume",
        "perform",
        "warn",
    }
)
_ASKING = frozenset({"demand", "request", "invite"})
_ASKED_PREPS = ("on", "upon", "to", "from", "of", "with")
# Roots of CAMEO whose future is a plan that keeps its kind: meetings and visits.
_KEEPS_FUTURE = ("04",)
DENIED = "120"
# The confidence of a candidate whose recipient stands only somewhere in the clause.
LOOSE = 0.55
FIRM = 0.85
CODED_BY_OPERATOR = 0.8


@dataclass(frozen=True, slots=True)
class Candidate:
    """An act with its parties. `tops` are the tokens of the act and of the operators above it."""

    sentence: Sentence
    trigger: Trigger
    code: str
    mode: str | None
    sources: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    realis: str
    mutual: bool
    accuser: Actor | None
    tops: tuple[Token, ...]
    rule: str
    confidence: float


@dataclass
class _Draft:
    """What is known while the chain is climbed."""

    code: str
    sources: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    mutual: bool
    shifted: bool = False
    promised: bool = False
    negated: bool = False
    possible: bool = False
    accuser: Actor | None = None
    loose: bool = False


class CandidateMaker:
    """Makes candidates for the triggers of one article."""

    def __init__(self, lexicon: ActLexicon, roles: Roles) -> None:
        self.lexicon = lexicon
        self.roles = roles
        self.parties = Parties(lexicon, roles)

    def make(self, sentence: Sentence, trigger: Trigger, chain: tuple[Link, ...]) -> Candidate | None:
        """The candidate of a trigger, None where an operator makes no event of it."""
        act = trigger.act
        sources = self.parties.sources(sentence, trigger)
        recipients, loose = self.parties.recipients(sentence, trigger, sources)
        draft = _Draft(act.code, sources, recipients, act.mutual, loose=loose)
        used: list[Link] = []
        for link in chain:
            if not self._apply(sentence, trigger, draft, link):
                break
            used.append(link)
        if draft.code == "":
            return None
        if draft.code == "150" and self._has_partner(sentence, trigger):
            draft.code, draft.mutual = "062", True
        top = used[-1].token if used else trigger.token
        if not self._apply_modality(sentence, trigger, draft, top, used):
            return None
        realis = self._realis(draft)
        if act.code == "043" and not draft.shifted:
            # The visitor acts, the host receives, whoever the verb's subject is.
            draft.sources, draft.recipients = draft.recipients, draft.sources
        rule = ">".join([*(link.operator.id for link in reversed(used) if link.operator.kind != "perform"), act.id])
        confidence = LOOSE if draft.loose else CODED_BY_OPERATOR if draft.shifted else FIRM
        mode = act.mode if not draft.shifted else None
        tops = (trigger.token, *(link.token for link in used))
        return Candidate(
            sentence, trigger, draft.code, mode, draft.sources, draft.recipients, realis, draft.mutual, draft.accuser,
            tops, rule, confidence,
        )  # fmt: skip

    def _has_partner(self, sentence: Sentence, trigger: Trigger) -> bool:
        """Whether an exercise is held with somebody."""
        return bool(codes(self.parties.at(sentence, trigger.token, ("with", "alongside", "between"))))

    # -- operators --------------------------------------------------------------------------------------------------

    def _apply(self, sentence: Sentence, trigger: Trigger, draft: _Draft, link: Link) -> bool:
        """Let one operator work on the draft. False ends the climb without the operator."""
        kind = link.operator.kind
        if kind == "accuse":
            return self._accuse(sentence, trigger, draft, link)
        if kind == "undergo":
            return self._undergo(sentence, draft, link)
        if kind in _ASKING:
            return self._ask(sentence, trigger, draft, link)
        if kind not in _OWN:
            return False
        modality = read_modality(sentence, link.token)
        if kind in ("fail", "prevent"):
            draft.negated = True
        elif kind == "consider":
            draft.possible = True
        elif kind == "deny":
            # A bare denial rejects the charge; that the act did not happen is what the denier says.
            self._take_subject(sentence, trigger, draft, link)
            draft.code, draft.shifted, draft.mutual, draft.promised = DENIED, True, False, False
            return True
        elif kind in ("warn", "threaten") and link.via == "ccomp" and not self._same_subject(sentence, trigger, link):
            return False
        if kind in ("intend", "offer") and self._is_negated_below(sentence, trigger, link):
            # "Decided not to lift": what is decided is the refusal.
            kind = "refuse"
        code = self._shifted(kind, draft, modality)
        if code is None:
            if kind in ("perform", "resume", "fail", "prevent", "consider", "deny"):
                code = ""
            else:
                draft.code = ""
                return True
        self._take_subject(sentence, trigger, draft, link)
        draft.promised = draft.promised or kind in ("intend", "offer")
        if code:
            draft.code, draft.shifted, draft.mutual = code, True, False
            draft.promised = kind in ("intend", "offer")
        draft.negated = draft.negated != (modality.negated and not self._negation_is_shift(kind))
        draft.possible = draft.possible or modality.possible
        return True

    def _is_negated_below(self, sentence: Sentence, trigger: Trigger, link: Link) -> bool:
        below = trigger.token
        direct = sentence.head(below).index == link.token.index and below.pos in VERB_POS
        return direct and read_modality(sentence, below).negated

    def _negation_is_shift(self, kind: str) -> bool:
        return kind in ("intend", "offer")

    def _shifted(self, kind: str, draft: _Draft, modality: Modality) -> str | None:
        if kind in ("intend", "offer") and modality.negated:
            kind = "refuse"
        return self.lexicon.shift(kind, draft.code)

    def _same_subject(self, sentence: Sentence, trigger: Trigger, link: Link) -> bool:
        theirs = codes(self.roles.of_tokens(sentence, subjects_of(sentence, link.token)))
        ours = codes(self.roles.of_tokens(sentence, trigger.frame.agents))
        return not ours or bool(set(theirs) & set(ours))

    def _subject_tokens(self, sentence: Sentence, token: Token) -> tuple[Token, ...]:
        if token.pos in VERB_POS:
            return subjects_of(sentence, token)
        if token.pos == "ADJ":
            above = sentence.head(token)
            return subjects_of(sentence, above) if above.pos in VERB_POS else ()
        return owners_of(sentence, token)

    def _take_subject(self, sentence: Sentence, trigger: Trigger, draft: _Draft, link: Link) -> None:
        """The operator's subject does the act below, where control does not say otherwise."""
        if link.operator.control == "object":
            objects = (
                self.roles.of_tokens(sentence, patients_of(sentence, link.token)) if link.token.pos in VERB_POS else ()
            )
            if objects and link.operator.kind in ("stop", "prevent"):
                draft.recipients = objects
        subjects = self.roles.of_tokens(sentence, self._subject_tokens(sentence, link.token))
        if link.token.pos == "NOUN":
            subjects = merge(
                (*subjects, *self.parties.modifiers(sentence, link.token), *self._of_owner(sentence, link.token))
            )
        coded = tuple(each for each in subjects if is_coded(each))
        keeps = link.via in ("nsubj", "nsubjpass") and draft.sources
        if coded and not keeps:
            former = draft.sources
            draft.sources = coded
            if draft.mutual:
                draft.recipients = merge((*draft.recipients, *former))
            elif trigger.token.pos not in VERB_POS and former and not draft.recipients:
                draft.recipients = former
        draft.recipients = self.parties.others(draft.recipients, set(codes(draft.sources)))
        if not draft.recipients or draft.loose:
            found = self.parties.others(self._beside(sentence, trigger, link), set(codes(draft.sources)))
            if found:
                draft.recipients, draft.loose = found, False

    def _of_owner(self, sentence: Sentence, noun: Token) -> tuple[Actor, ...]:
        return self.roles.of_tokens(sentence, prep_objects(sentence, noun).get("by", ()))

    def _beside(self, sentence: Sentence, trigger: Trigger, link: Link) -> tuple[Actor, ...]:
        """Who stands beside the operator: "promised Kenya aid", "offered talks to Kenya", "threatened Kenya with"."""
        if link.token.pos in VERB_POS:
            direct = self.roles.heads_only(sentence, patients_of(sentence, link.token))
            coded = tuple(each for each in direct if is_coded(each))
            if coded:
                return coded
        if link.operator.kind in _ASKING:
            return self.parties.at(sentence, link.token, _ASKED_PREPS)
        return self.parties.prepositional(sentence, trigger.act, (link.token,))

    def _undergo(self, sentence: Sentence, draft: _Draft, link: Link) -> bool:
        """ "faced an attack from Y": the subject suffers what stands below, Y does it."""
        sufferers = self.roles.of_tokens(sentence, self._subject_tokens(sentence, link.token))
        preps = prep_objects(sentence, link.token)
        doers = self.roles.of_tokens(sentence, preps.get("from", ()) + preps.get("by", ()))
        draft.sources = doers or draft.sources
        draft.recipients = self.parties.others(sufferers, set(codes(draft.sources))) or draft.recipients
        return bool(sufferers)

    def _ask(self, sentence: Sentence, trigger: Trigger, draft: _Draft, link: Link) -> bool:
        """ "urged Y to withdraw", "demanded that Y release Z", "called for talks with Y"."""
        kind = link.operator.kind
        modality = read_modality(sentence, link.token)
        code = self.lexicon.shift(kind, draft.code)
        if not code:
            draft.code = ""
            return True
        askers = self.roles.of_tokens(sentence, self._subject_tokens(sentence, link.token))
        if link.token.pos == "NOUN":
            askers = merge((*askers, *self.parties.modifiers(sentence, link.token)))
        askers = tuple(each for each in askers if is_coded(each))
        if not askers:
            draft.code = ""
            return True
        own = set(codes(askers))
        asked = self.parties.others(self._beside(sentence, trigger, link), own)
        doers = self.parties.others(draft.sources, own)
        first = asked or doers
        draft.recipients = tuple(each for each in first if is_coded(each)) or self.parties.others(draft.recipients, own)
        draft.sources, draft.code, draft.shifted, draft.mutual, draft.promised = askers, code, True, False, False
        draft.negated = draft.negated != modality.negated
        draft.loose = False
        return True

    def _accuse(self, sentence: Sentence, trigger: Trigger, draft: _Draft, link: Link) -> bool:
        """ "X accused Y of attacking Z": the act below is Y's, told by X."""
        accusers = self.roles.of_tokens(sentence, self._subject_tokens(sentence, link.token))
        accused: tuple[Actor, ...] = ()
        if link.token.pos in VERB_POS:
            accused = tuple(
                each for each in self.roles.of_tokens(sentence, patients_of(sentence, link.token)) if is_coded(each)
            )
        if link.via in ("of", "for") and accused:
            draft.recipients = draft.recipients if not draft.loose else ()
            draft.sources = accused
            draft.recipients = self.parties.others(draft.recipients, set(codes(accused)))
            done_by_them = link.via == "of" and trigger.token.pos in VERB_POS
            if not draft.recipients and done_by_them and is_hostile_deed(draft.code):
                # Whoever accuses somebody of doing a hostile act and names no victim is the victim.
                draft.recipients = self.parties.others(
                    (each for each in accusers if is_coded(each)), set(codes(accused))
                )
                draft.loose = True
        draft.accuser = accusers[0] if accusers else None
        return True

    # -- marks ------------------------------------------------------------------------------------------------------

    def _apply_modality(
        self, sentence: Sentence, trigger: Trigger, draft: _Draft, top: Token, used: list[Link]
    ) -> bool:
        """Read the marks at the top of the chain; a bare future or duty shifts the code as its operator would."""
        modality = read_modality(sentence, top)
        if not used and trigger.token.pos in VERB_POS or (used and used[-1].operator.kind == "perform"):
            if modality.future and not draft.shifted:
                return self._bare_future(draft, modality)
            if modality.duty:
                return self._duty(sentence, trigger, draft)
        if not used:
            draft.negated = draft.negated != modality.negated
        draft.possible = draft.possible or modality.possible
        if modality.future and draft.code[:2] == "04":
            draft.promised = True
        return True

    def _duty(self, sentence: Sentence, trigger: Trigger, draft: _Draft) -> bool:
        """ "Y must release Z", said by X: X demands it of Y."""
        claim = self.roles.claim_at(trigger.token.start)
        speaker = claim.speaker if claim is not None else None
        code = self.lexicon.shift("demand", draft.code)
        asked = tuple(each for each in draft.sources if is_coded(each))
        if not code or speaker is None or not speaker.country or speaker.country in codes(asked) or not asked:
            return False
        draft.code, draft.shifted, draft.mutual, draft.loose = code, True, False, False
        draft.sources, draft.recipients = (speaker,), asked
        return True

    def _bare_future(self, draft: _Draft, modality: Modality) -> bool:
        if modality.negated:
            code = self.lexicon.shift("refuse", draft.code)
        elif draft.code[:2] in _KEEPS_FUTURE:
            code = ""
        else:
            code = self.lexicon.shift("intend", draft.code)
        if code is None:
            return False
        draft.promised = not modality.negated
        if code:
            draft.code, draft.shifted, draft.mutual = code, True, False
        return True

    def _realis(self, draft: _Draft) -> str:
        if draft.negated:
            return "negated"
        if draft.possible:
            return "hypothetical"
        # What is promised or offered lies ahead, whatever word promises it; a yielding announced (034, 035) is a fact.
        ahead = draft.code[:2] == "03" and draft.code not in ("034", "035")
        return "future" if draft.promised or ahead else "actual"


def is_hostile_deed(code: str) -> bool:
    """Whether an act of this code is done against somebody: a show of force, pressure, violence."""
    return code[:2] in ("15", "17", "18", "19", "20")


def with_recipients(candidate: Candidate, recipients: tuple[Actor, ...], rule: str) -> Candidate:
    """The candidate with recipients that another clause proves."""
    return replace(candidate, recipients=recipients, rule=f"{candidate.rule}+{rule}", confidence=LOOSE)
