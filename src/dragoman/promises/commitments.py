"""Commitments: what states promise, with amount, deadline and parties.

In: article, Parsed, Roles, events, agreements. Out: Commitments. A promise is a verb or noun of promising, a plan in the
future, or what an agreement is for; it is kept where it names an amount or a deadline, or where it is a firm word to
another state ("vowed", "pledged"). Statistics and the past are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..dates import find_deadlines, find_periods
from ..events.chain import find_operator
from ..events.frames import VERB_POS, patients_of, prep_objects, subjects_of
from ..events.lexicon import ActLexicon
from ..events.modality import read_modality
from ..events.roles import Roles, codes, is_coded, merge
from ..parse.tokens import Parsed, Sentence, Token
from ..record import Actor, Agreement, Article, Commitment, Event, RegionKind, Span, digest
from .amounts import Amount, find_amounts
from .clauses import verb_phrase_span
from .lexicon import PromiseLexicon

PROMISED_CONFIDENCE, PLANNED_CONFIDENCE = 0.85, 0.65
_PROMISES = frozenset({"intend", "offer"})
# Under these verbs a future is a forecast, a threat or a hope of the outlet, no promise.
_NO_PROMISE = frozenset({"expect", "predict", "estimate", "forecast", "fear", "warn", "threaten", "hope", "refuse", "reject", "deny"})


@dataclass(frozen=True, slots=True)
class _Promise:
    """A verb that tells what is promised, and how firmly. `by` is the word of promising, None for a bare future."""

    sentence: Sentence
    verb: Token
    by: Token | None
    firm: bool
    rule: str


class CommitmentFinder:
    """Finds the commitments of one article."""

    def __init__(
        self,
        article: Article,
        parsed: Parsed,
        roles: Roles,
        events: Sequence[Event],
        agreements: Sequence[Agreement],
        acts: ActLexicon,
        lexicon: PromiseLexicon,
    ) -> None:
        self.article = article
        self.parsed = parsed
        self.roles = roles
        self.events = events
        self.agreements = agreements
        self.acts = acts
        self.lexicon = lexicon

    def find(self) -> tuple[Commitment, ...]:
        """The commitments in order of the text."""
        found: list[Commitment] = []
        for sentence in self.parsed.sentences:
            if sentence.region is not RegionKind.BODY:
                continue
            covered: list[Span] = []
            for token in sentence.tokens:
                promise = self._promise(sentence, token)
                if promise is None:
                    continue
                made = self._commitments(promise, covered)
                covered.extend(commitment.evidence for commitment in made)
                found.extend(made)
        found.extend(self._from_periods(found))
        return tuple(sorted(found, key=lambda commitment: commitment.evidence.start))

    # -- is it a promise ----------------------------------------------------------------------------------------------

    def _promise(self, sentence: Sentence, token: Token) -> _Promise | None:
        if token.pos in VERB_POS and token.dep not in ("aux", "auxpass"):
            return self._verb_promise(sentence, token)
        if token.pos == "NOUN" and self.acts.operator_nouns.get(token.lemma) is not None:
            operator = self.acts.operator_nouns[token.lemma]
            if operator.kind in _PROMISES:
                verb = sentence.child(token, "acl", "relcl")
                firm = token.lemma in self.lexicon.firm_words
                return _Promise(sentence, verb or token, token, firm, f"noun-{operator.id}")
        if token.lemma in self.lexicon.kind_of and self._is_made(token):
            verb = sentence.child(token, "acl")
            if verb is not None and verb.tag == "VB":
                return _Promise(sentence, verb, token, False, "agreement-to")
        return None

    def _is_made(self, token: Token) -> bool:
        """Whether the agreement at the token was found as one that stands."""
        return any(
            agreement.evidence.start <= token.start < agreement.evidence.end
            and agreement.status in ("signed", "ratified", "in force")
            for agreement in self.agreements
        )

    def _verb_promise(self, sentence: Sentence, verb: Token) -> _Promise | None:
        modality = read_modality(sentence, verb)
        if modality.negated or modality.possible:
            return None
        operator = find_operator(sentence, verb, self.acts)
        if operator is not None and operator.kind in _PROMISES and (verb.tag in ("VBD", "VBN", "VBZ", "VBP", "VBG") or modality.future):
            below = sentence.child(verb, "xcomp", "ccomp")
            firm = verb.lemma in self.lexicon.firm_words and below is not None
            return _Promise(sentence, verb, verb, firm, f"promise-{operator.id}")
        if verb.lemma in self.lexicon.promise_words and verb.tag in ("VBD", "VBN", "VBZ", "VBP"):
            return _Promise(sentence, verb, verb, False, f"promise-{verb.lemma}")
        if modality.future and not self._is_under(sentence, verb):
            return _Promise(sentence, verb, None, False, "future")
        return None

    def _is_under(self, sentence: Sentence, verb: Token) -> bool:
        return any(
            above.lemma in _NO_PROMISE for above in sentence.ancestors(verb) if above.pos in VERB_POS
        ) or any(child.lower in ("if", "unless") for child in sentence.children(verb, "mark"))

    # -- what, how much, until when -------------------------------------------------------------------------------------

    def _commitments(self, promise: _Promise, covered: list[Span]) -> list[Commitment]:
        span = verb_phrase_span(self.parsed, promise.sentence, promise.by if promise.by and promise.by.pos in VERB_POS else promise.verb)
        if any(each.covers(span) or each.overlaps(span) for each in covered):
            return []
        makers, parties = self._parties(promise)
        if not parties:
            return []
        amounts = find_amounts(span.text, lexicon=self.lexicon, countries=parties)
        deadlines = find_deadlines(span.text, published=self.article.published, offset=span.start)
        money = [amount for amount in amounts if amount.currency]
        if not amounts and not deadlines:
            others = [code for code in parties if code not in codes(makers)]
            if not (promise.firm and (others or len(parties) > 1)):
                return []
        if len(money) > 1:
            return [self._cut(promise, span, amount, amounts, deadlines, makers, parties) for amount in money]
        main = money[0] if money else amounts[0] if amounts else None
        deadline = deadlines[0][1] if deadlines else None
        return [self._make(promise, span, main, deadline, makers, parties)]

    def _cut(
        self,
        promise: _Promise,
        span: Span,
        amount: Amount,
        amounts: list[Amount],
        deadlines: list[tuple[Span, str]],
        makers: tuple[Actor, ...],
        parties: list[str],
    ) -> Commitment:
        """One of several sums of a promise: its words end where the next sum begins."""
        later = [each.start for each in amounts if each.start > amount.start and each.currency]
        end = min(later) if later else len(span.text)
        own = Span.cut(self.article.text, span.start + amount.start, span.start + end)
        deadline = next((text for place, text in deadlines if own.covers(place)), None)
        return self._make(promise, own, amount, deadline, makers, parties)

    def _make(
        self,
        promise: _Promise,
        span: Span,
        amount: Amount | None,
        deadline: str | None,
        makers: tuple[Actor, ...],
        parties: list[str],
    ) -> Commitment:
        return Commitment(
            digest(self.article.id, "commitment", span.start, amount.value if amount else None, deadline),
            tuple(parties),
            self._what(promise, span),
            amount.value if amount else None,
            amount.currency if amount else None,
            amount.unit if amount else None,
            deadline,
            "open",
            makers,
            span,
            promise.rule,
            PROMISED_CONFIDENCE if promise.by is not None else PLANNED_CONFIDENCE,
        )

    def _what(self, promise: _Promise, span: Span) -> str:
        """What is promised: the complement's words, else the promise's own."""
        below = promise.sentence.child(promise.verb, "xcomp", "ccomp") if promise.by is promise.verb else promise.verb
        if below is not None and span.start <= below.start < span.end:
            return Span.cut(self.article.text, below.start, span.end).text
        objects = patients_of(promise.sentence, promise.verb) if promise.verb.pos in VERB_POS else ()
        if objects and span.start <= objects[0].start < span.end:
            return verb_phrase_span(self.parsed, promise.sentence, objects[0]).text
        return span.text

    def _parties(self, promise: _Promise) -> tuple[tuple[Actor, ...], list[str]]:
        """Who promises, and the states that the promise binds or serves."""
        sentence, verb = promise.sentence, promise.verb
        event = self._event_at(promise)
        agreement = self._agreement_over(promise)
        makers = tuple(each for each in self.roles.of_tokens(sentence, subjects_of(sentence, verb) if verb.pos in VERB_POS else ()) if is_coded(each))
        if not makers and promise.by is not None and promise.by is not verb:
            makers = self.roles.inside(sentence, promise.by)
        if event is not None:
            makers = makers or event.actors
        found = codes(makers)
        if event is not None:
            found += codes(event.actors) + codes(event.recipients)
        if agreement is not None:
            found += list(agreement.parties)
        found += self._served(promise)
        parties = [code for code in dict.fromkeys(found) if len(code) == 3 and code.isupper()]
        return merge(makers), parties

    def _served(self, promise: _Promise) -> list[str]:
        """The states to or for whom, or with whom: "pledged $1 billion to Kenya", "ties with Belarus"."""
        sentence = promise.sentence
        heads = [promise.verb, *(patients_of(sentence, promise.verb) if promise.verb.pos in VERB_POS else ())]
        below = sentence.child(promise.verb, "xcomp", "ccomp") if promise.verb.pos in VERB_POS else None
        if below is not None:
            heads += [below, *patients_of(sentence, below)]
        found: list[str] = []
        for head in heads:
            found += codes(each for each in self.roles.heads_only(sentence, [head]) if is_coded(each) and head is not promise.verb)
            preps = prep_objects(sentence, head)
            for prep in ("to", "for", "with", "from"):
                found += codes(each for each in self.roles.of_tokens(sentence, preps.get(prep, ())) if is_coded(each))
            if head is not promise.verb:
                found += codes(self.roles.inside(sentence, head))
        return found

    def _event_at(self, promise: _Promise) -> Event | None:
        """The event told by the promise's words: its trigger at the promise or at the act below it."""
        span = verb_phrase_span(self.parsed, promise.sentence, promise.by if promise.by and promise.by.pos in VERB_POS else promise.verb)
        held = [event for event in self.events if span.start <= event.trigger.start < span.end]
        agreeing = [event for event in held if event.type in ("AGREE", "AID", "COOPERATE", "CONCEDE", "SUPPORT")]
        return (agreeing or held or [None])[0]

    def _agreement_over(self, promise: _Promise) -> Agreement | None:
        offset = promise.by.start if promise.by is not None else promise.verb.start
        return next(
            (each for each in self.agreements if each.evidence.start <= offset < each.evidence.end and len(each.parties) > 1),
            None,
        )

    # -- agreements that run to a year ----------------------------------------------------------------------------------

    def _from_periods(self, found: list[Commitment]) -> list[Commitment]:
        """A standing agreement with an end ("a roadmap for 2025-2027") is a commitment until then."""
        made: list[Commitment] = []
        for agreement in self.agreements:
            period = agreement.period
            taken = any(each.evidence.overlaps(agreement.evidence) for each in found)
            if period is None or period.end is None or agreement.status not in ("signed", "ratified", "in force") or taken:
                continue
            made.append(
                Commitment(
                    digest(self.article.id, "commitment", agreement.evidence.start, "period", period.end),
                    agreement.parties,
                    agreement.evidence.text,
                    None,
                    None,
                    None,
                    _shortest(agreement.evidence, self.article.published, period.end),
                    "open",
                    (),
                    agreement.evidence,
                    "agreement-period",
                    PLANNED_CONFIDENCE,
                )
            )
        return made


def _shortest(evidence: Span, published: str | None, end: str) -> str:
    """The end of a period in the precision that the words have: the year where no month is named."""
    found = find_periods(evidence.text, published=published)
    text = found[0][0].text if found else ""
    return end[:4] if not any(char.isalpha() and char.isupper() for char in text) and end.endswith("-12-31") else end

