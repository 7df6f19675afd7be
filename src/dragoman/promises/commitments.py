"""Commitments: what states promise, with amount, deadline and parties.

In: article, Parsed, Roles, events, agreements. Out: Commitments. A promise is a verb or noun of promising, a plan in
the future, or what an agreement is for; it is kept where it names an amount or a deadline, or where it is a firm word
to another state ("vowed", "pledged"). Statistics and the past are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..dates import find_periods
from ..events.frames import VERB_POS, patients_of, prep_objects, subjects_of
from ..events.lexicon import ActLexicon
from ..events.roles import Roles, codes, is_coded, merge
from ..parse.tokens import Parsed, Sentence, Token
from ..record import Actor, Agreement, Article, Commitment, Event, RegionKind, Span, digest
from .amounts import Amount, find_amounts
from .clauses import phrase_span, promise_span, verb_phrase_span
from .deadlines import read_deadline
from .lexicon import PromiseLexicon
from .promise import Promise, read_pledged_sums, read_promise, read_terms, split_promise
from .relation import Relations

PROMISED_CONFIDENCE, PLANNED_CONFIDENCE = 0.85, 0.65
# How many sentences behind an agreement a future without a promise still tells its terms.
TERMS_REACH = 10
_STANDING = ("signed", "ratified", "in force")


class CommitmentFinder:
    """Finds the commitments of one article."""

    def __init__(
        self,
        article: Article,
        parsed: Parsed,
        roles: Roles,
        events: Sequence[Event],
        agreements: Sequence[Agreement],
        relations: Relations,
        acts: ActLexicon,
        lexicon: PromiseLexicon,
    ) -> None:
        self.article = article
        self.parsed = parsed
        self.roles = roles
        self.events = events
        self.agreements = agreements
        self.relations = relations
        self.acts = acts
        self.lexicon = lexicon

    def find(self) -> tuple[Commitment, ...]:
        """The commitments in order of the text."""
        found: list[Commitment] = []
        for sentence in self.parsed.sentences:
            if sentence.region is not RegionKind.BODY:
                continue
            covered: list[Span] = []
            for promise in self._promises(sentence):
                made = self._commitments(promise, covered)
                covered.extend(commitment.evidence for commitment in made)
                found.extend(made)
        found.extend(self._from_periods(found))
        found.extend(self._from_sums(found))
        return tuple(sorted(found, key=lambda commitment: commitment.evidence.start))

    def _promises(self, sentence: Sentence) -> Iterator[Promise]:
        for token in sentence.tokens:
            yield from read_terms(sentence, token, self.lexicon)
            promise = read_pledged_sums(sentence, token, self.lexicon)
            promise = promise or read_promise(sentence, token, self.acts, self.lexicon)
            if promise is not None:
                yield from split_promise(promise)
            elif token.lemma in self.lexicon.kind_of and self._is_made(token):
                verb = sentence.child(token, "acl")
                if verb is not None and verb.tag == "VB":
                    yield Promise(sentence, verb, token, False, "agreement-to")

    def _is_made(self, token: Token) -> bool:
        """Whether the agreement at the token was found as one that stands."""
        return any(
            agreement.evidence.start <= token.start < agreement.evidence.end and agreement.status in _STANDING
            for agreement in self.agreements
        )

    def _context(self, sentence: Sentence) -> tuple[str, ...]:
        """The parties of the standing agreement told last, where the sentence may still tell its terms."""
        for agreement in reversed(self.agreements):
            other = self.parsed.sentence_at(agreement.evidence.start)
            if agreement.status not in _STANDING or other is None or agreement.evidence.start >= sentence.end:
                continue
            if len(agreement.parties) > 1 and sentence.index - other.index <= TERMS_REACH:
                return agreement.parties
        return ()

    # -- what, how much, until when ---------------------------------------------------------------------

    def _span(self, promise: Promise) -> Span:
        """The words of the promise: with their subject where the future alone promises, else from its verb on."""
        if promise.whole:
            return promise_span(self.parsed, promise.sentence, promise.verb)
        if promise.verb.pos not in VERB_POS:
            return phrase_span(self.parsed, promise.sentence, promise.verb)
        by_verb = promise.by is not None and promise.by.pos in VERB_POS
        start = promise.by if by_verb and promise.by else promise.verb
        return verb_phrase_span(self.parsed, promise.sentence, start, until=promise.until)

    def _commitments(self, promise: Promise, covered: list[Span]) -> list[Commitment]:
        span = self._span(promise)
        if any(each.covers(span) or each.overlaps(span) for each in covered):
            return []
        makers, parties = self._parties(promise)
        context = self._context(promise.sentence) if promise.whole or promise.bound else ()
        if (promise.bound or not parties) and not context:
            return []
        parties = parties if parties and not (promise.bound and len(parties) < 2) else list(context)
        amounts = [
            amount
            for amount in find_amounts(span.text, lexicon=self.lexicon, countries=parties)
            if not _is_size(span.text, amount) and not _is_rate(span.text, amount)
        ]
        money = [amount for amount in amounts if amount.currency]
        if len(money) > 1:
            return [self._cut(promise, span, amount, money, makers, parties) for amount in money]
        deadline = self._deadline(promise, span)
        if not amounts and not deadline:
            others = [code for code in parties if code not in codes(makers)]
            if not (promise.firm and (others or len(parties) > 1)):
                return []
        main = money[0] if money else amounts[0] if amounts else None
        return [self._make(promise, span, main, deadline, makers, parties)]

    def _deadline(self, promise: Promise, span: Span) -> str | None:
        below = promise.sentence.child(promise.verb, "xcomp") if promise.by is promise.verb else promise.verb
        if below is None or (not promise.whole and promise.rule not in ("promise-agree", "promise-promise")):
            return read_deadline(span, published=self.article.published)
        behind = span.start if promise.whole else below.start
        return read_deadline(span, published=self.article.published, coming_from=behind)

    def _cut(
        self,
        promise: Promise,
        span: Span,
        amount: Amount,
        money: list[Amount],
        makers: tuple[Actor, ...],
        parties: list[str],
    ) -> Commitment:
        """One of several sums of a promise: its words end where the next sum begins."""
        later = [each.start for each in money if each.start > amount.start]
        end = min(later) if later else len(span.text)
        own = Span.cut(self.article.text, span.start + amount.start, span.start + end)
        return self._make(promise, own, amount, self._deadline(promise, own), makers, parties)

    def _make(
        self,
        promise: Promise,
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

    def _what(self, promise: Promise, span: Span) -> str:
        """What is promised: the complement's words, else the promise's own."""
        below = promise.sentence.child(promise.verb, "xcomp", "ccomp") if promise.by is promise.verb else promise.verb
        if below is not None and span.start <= below.start < span.end:
            return Span.cut(self.article.text, below.start, span.end).text
        objects = patients_of(promise.sentence, promise.verb) if promise.verb.pos in VERB_POS else ()
        if objects and span.start <= objects[0].start < span.end:
            return verb_phrase_span(self.parsed, promise.sentence, objects[0]).text
        return span.text

    def _parties(self, promise: Promise) -> tuple[tuple[Actor, ...], list[str]]:
        """Who promises, and the states that the promise binds or serves."""
        sentence, verb = promise.sentence, promise.verb
        event = self._event_at(promise)
        agreement = self._agreement_over(promise)
        subjects = subjects_of(sentence, verb) if verb.pos in VERB_POS else ()
        makers = tuple(each for each in self.roles.of_tokens(sentence, subjects) if is_coded(each))
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

    def _served(self, promise: Promise) -> list[str]:
        """The states to or for whom, or with whom: "pledged $1 billion to Kenya", "ties with Belarus"."""
        sentence = promise.sentence
        heads = [promise.verb, *(patients_of(sentence, promise.verb) if promise.verb.pos in VERB_POS else ())]
        below = sentence.child(promise.verb, "xcomp", "ccomp") if promise.verb.pos in VERB_POS else None
        if below is not None:
            heads += [below, *patients_of(sentence, below)]
        found: list[str] = []
        for head in heads:
            if head is not promise.verb:
                found += codes(each for each in self.roles.heads_only(sentence, [head]) if is_coded(each))
            preps = prep_objects(sentence, head)
            for prep in ("to", "for", "with", "from"):
                found += codes(each for each in self.roles.of_tokens(sentence, preps.get(prep, ())) if is_coded(each))
            if head is not promise.verb:
                found += codes(self.roles.inside(sentence, head))
        return found

    def _event_at(self, promise: Promise) -> Event | None:
        """The event told by the promise's words: its trigger at the promise or at the act below it."""
        span = self._span(promise)
        held = [event for event in self.events if span.start <= event.trigger.start < span.end]
        agreeing = [event for event in held if event.type in ("AGREE", "AID", "COOPERATE", "CONCEDE", "SUPPORT")]
        return next(iter(agreeing or held), None)

    def _agreement_over(self, promise: Promise) -> Agreement | None:
        offset = promise.by.start if promise.by is not None else promise.verb.start
        return next(
            (
                each
                for each in self.agreements
                if each.evidence.start <= offset < each.evidence.end and len(each.parties) > 1
            ),
            None,
        )

    # -- agreements that run to a year ---------------------------------------------------------------------

    def _from_periods(self, found: list[Commitment]) -> list[Commitment]:
        """A standing agreement with an end ("a roadmap for 2025-2027") is a commitment until then."""
        made: list[Commitment] = []
        for agreement in self.agreements:
            period = agreement.period
            taken = any(each.evidence.overlaps(agreement.evidence) for each in found)
            if period is None or period.end is None or agreement.status not in _STANDING or taken:
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

    def _from_sums(self, found: list[Commitment]) -> list[Commitment]:
        """A signed agreement with a sum in its name ("a $40 million contract") commits its parties to the sum."""
        made: list[Commitment] = []
        for agreement in self.agreements:
            taken = any(each.evidence.overlaps(agreement.evidence) and each.amount for each in found)
            if agreement.status != "signed" or taken or agreement.kind not in ("contract", "agreement"):
                continue
            span = agreement.evidence
            amounts = find_amounts(span.text, lexicon=self.lexicon, countries=agreement.parties)
            money = [each for each in amounts if each.currency]
            if len(money) != 1:
                continue
            deadline = read_deadline(span, published=self.article.published)
            key = digest(self.article.id, "commitment", span.start, money[0].value, deadline)
            made.append(
                Commitment(
                    key,
                    agreement.parties,
                    span.text,
                    money[0].value,
                    money[0].currency,
                    None,
                    deadline,
                    "open",
                    (),
                    span,
                    "agreement-sum",
                    PLANNED_CONFIDENCE,
                )
            )
        return made


def _is_size(text: str, amount: Amount) -> bool:
    """ "A 120-km canal": the measure names the thing, it is not what is promised."""
    return amount.unit is not None and "-" in text[amount.start : amount.end]


def _is_rate(text: str, amount: Amount) -> bool:
    """ "($1 = 0.94 euros)" is a rate of exchange."""
    return text[: amount.start].rstrip().endswith("=") or text[amount.end :].lstrip().startswith("=")


def _shortest(evidence: Span, published: str | None, end: str) -> str:
    """The end of a period in the precision that the words have: the year where no month is named."""
    found = find_periods(evidence.text, published=published)
    text = found[0][0].text if found else ""
    return end[:4] if not any(char.isalpha() and char.isupper() for char in text) and end.endswith("-12-31") else end
