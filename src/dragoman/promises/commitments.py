"""Commitments: what states promise, with amount, deadline and parties.

In: article, Parsed, Roles, events, agreements. Out: Commitments. A promise is a verb or noun of promising, a plan in
the future, or what an agreement is for; it is kept where it names an amount or a deadline, or where it is a firm word
to another state ("vowed", "pledged"). Statistics and the past are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..events.frames import VERB_POS, patients_of
from ..events.lexicon import ActLexicon
from ..events.roles import Roles, codes
from ..parse.tokens import Parsed, Sentence, Token
from ..record import Actor, Agreement, Article, Commitment, Event, RegionKind, Span, digest
from .amounts import Amount
from .bearers import Bearers
from .clauses import phrase_span, promise_span, told_aside, verb_phrase_span
from .deadlines import read_deadline
from .dues import read_due, read_given_time, read_moved_date, read_order, read_promised_thing
from .lexicon import PromiseLexicon
from .lists import next_maker
from .promise import read_promise, split_promise
from .promise_words import Promise, act_below
from .relation import Relations
from .standing import PLANNED_CONFIDENCE, STANDING, from_periods, from_sums
from .terms import read_binding, read_cost, read_expected, read_pledged_sums, read_price, read_purpose, read_terms
from .worth import Part, read_worth

PROMISED_CONFIDENCE = 0.85
# How many sentences behind an agreement a future without a promise still tells its terms.
TERMS_REACH = 10


# Tried in this order; what is told by a word of promising or by a future comes last.
_READERS = (
    read_pledged_sums,
    read_purpose,
    read_due,
    read_promised_thing,
    read_given_time,
    read_moved_date,
    read_order,
    read_cost,
    read_price,
    read_expected,
)
_MOVED_TO = ("to", "until", "till", "by")
# Whose words hold no day of promising.
_FROM_START = ("agreement-terms", "agreement-binds", "order")


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
        self.bearers = Bearers(roles, events, agreements)
        self.agreements = agreements
        # The amounts found so far, by where their evidence begins.
        self._sums: dict[int, float | int | None] = {}
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
                self._sums.update({each.evidence.start: each.amount for each in made})
                found.extend(made)
        found.extend(from_periods(self.article, self.agreements, found))
        found.extend(from_sums(self.article, self.agreements, found, self.lexicon))
        return tuple(sorted(found, key=lambda commitment: commitment.evidence.start))

    def _promises(self, sentence: Sentence) -> Iterator[Promise]:
        for token in sentence.tokens:
            yield from read_terms(sentence, token, self.lexicon)
            read = (reader(sentence, token, self.lexicon) for reader in _READERS)
            promise = next((each for each in read if each is not None), None)
            promise = promise or read_promise(sentence, token, self.acts, self.lexicon)
            promise = promise or read_binding(sentence, token, self.lexicon)
            if promise is not None:
                yield from split_promise(promise)
            elif token.lemma in self.lexicon.kind_of and self._is_made(token):
                verb = sentence.child(token, "acl")
                if verb is not None and verb.tag == "VB":
                    yield Promise(sentence, verb, token, False, "agreement-to")

    def _is_made(self, token: Token) -> bool:
        """Whether the agreement at the token was found as one that stands."""
        return any(
            agreement.evidence.start <= token.start < agreement.evidence.end and agreement.status in STANDING
            for agreement in self.agreements
        )

    def _context(self, sentence: Sentence) -> tuple[str, ...]:
        """The parties of the standing agreement told last, where the sentence may still tell its terms."""
        for agreement in reversed(self.agreements):
            other = self.parsed.sentence_at(agreement.evidence.start)
            if agreement.status not in STANDING or other is None or agreement.evidence.start >= sentence.end:
                continue
            if len(agreement.parties) > 1 and sentence.index - other.index <= TERMS_REACH:
                return agreement.parties
        return (
            self.relations.around(sentence)
            or self.relations.pair(sentence)
            or self.relations.passage(sentence)
            or self.relations.lead()
        )

    # -- what, how much, until when ---------------------------------------------------------------------

    def _span(self, promise: Promise) -> Span:
        """The words of the promise: with their subject where the future alone promises, else from its verb on."""
        if promise.words:
            return self.parsed.span(promise.words)
        if promise.whole:
            return promise_span(self.parsed, promise.sentence, promise.verb)
        if promise.verb.pos not in VERB_POS:
            return phrase_span(self.parsed, promise.sentence, promise.verb)
        by_verb = promise.by is not None and promise.by.pos in VERB_POS
        start = promise.by if by_verb and promise.by else promise.verb
        return verb_phrase_span(self.parsed, promise.sentence, start, until=promise.until)

    def _commitments(self, promise: Promise, covered: list[Span]) -> list[Commitment]:
        span = self._span(promise)
        told = [each for each in covered if each.covers(span) or each.overlaps(span)]
        if told and not (promise.by is not None and all(each.start < span.start for each in told)):
            return []
        makers, parties = self.bearers.of(promise, span)
        context = self._context(promise.sentence)
        # Two states in the words are enough where no agreement or act joins them.
        enough = parties and len(self.relations.named(promise.sentence)) > 1
        if (promise.bound or not parties) and not context and not enough:
            return []
        parties = parties if parties and not self._is_short(promise, parties, context) else list(context)
        parts = read_worth(promise.sentence, promise.verb, span, parties, self.lexicon)
        made: list[Commitment] = []
        for at, part in enumerate(parts):
            if told and (
                part.amount is None or any(self._sums.get(each.start) in (None, part.amount.value) for each in told)
            ):
                continue
            deadline = None if part.is_price and len(parts) > 1 else self._deadline(promise, span, part)
            others = [code for code in parties if code not in codes(makers)]
            if (promise.counted and not part.amount) or (promise.timed and not deadline):
                continue
            if part.amount or deadline or (promise.firm and (others or len(parties) > 1 or context)):
                own = (
                    self._listed(promise, span, parts[at - 1 : at + 1], makers, parties)
                    if at and not part.is_price
                    else None
                )
                made.append(self._make(promise, part.amount, deadline, *(own or (part.span, makers, parties))))
        return made

    def _listed(
        self, promise: Promise, span: Span, pair: list[Part], makers: tuple[Actor, ...], parties: list[str]
    ) -> tuple[Span, tuple[Actor, ...], list[str]] | None:
        """The words, promiser and parties of a sum in a list; None where it is the promiser's of the sum before."""
        before, part = pair
        behind = span.start + (before.amount.end if before.amount else 0)
        found = next_maker(self.roles, promise.sentence, behind, part.span.start)
        if found is None:
            return None
        actors, start = found
        served = [code for code in parties if code not in codes(makers)]
        own = dict.fromkeys([*codes(actors), *served])
        words = Span.cut(self.article.text, start, part.span.end)
        return words, actors, [code for code in own if len(code) == 3 and code.isupper()]

    def _is_short(self, promise: Promise, parties: list[str], context: tuple[str, ...]) -> bool:
        """Whether the states of the passage are the parties, since the words name one of them at most."""
        return (
            bool(context)
            and len(parties) < 2
            and (promise.bound or (bool(promise.words) and set(parties) <= set(context)))
        )

    def _deadline(self, promise: Promise, span: Span, part: Part) -> str | None:
        """Until when: said in the part's own words, else in those of the whole promise where nothing is summed up."""
        own = self._deadline_in(promise, part.span)
        is_sum = part.amount is not None and part.amount.currency is not None
        return own if own or part.is_alone or is_sum else self._deadline_in(promise, span)

    def _deadline_in(self, promise: Promise, span: Span) -> str | None:
        aside = told_aside(self.parsed, promise.sentence, promise.verb)
        if promise.rule == "moved-date":
            # Of "from 2003 to 2004" the day counts to which it was moved.
            ends = [prep.start for prep in promise.sentence.children(promise.verb, "prep") if prep.lower in _MOVED_TO]
            span = Span.cut(self.article.text, max([span.start, *(each for each in ends if each < span.end)]), span.end)
        if promise.rule == "price":
            return read_deadline(span, published=self.article.published, aside=aside)
        if promise.whole or promise.words or promise.rule in _FROM_START:
            return read_deadline(
                span,
                published=self.article.published,
                coming_from=span.start,
                past=promise.past,
                aside=aside,
            )
        below = promise.verb
        if promise.by is promise.verb:
            act = act_below(promise.sentence, promise.verb)
            if act is None or act.start < promise.verb.start:
                return read_deadline(span, published=self.article.published, aside=aside)
            # What stands before the act below says when it was promised.
            below = promise.sentence.subtree(act)[0]
        return read_deadline(span, published=self.article.published, coming_from=below.start, aside=aside)

    def _make(
        self,
        promise: Promise,
        amount: Amount | None,
        deadline: str | None,
        span: Span,
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
            promise.status,
            makers,
            span,
            promise.rule,
            PROMISED_CONFIDENCE if promise.by is not None else PLANNED_CONFIDENCE,
        )

    def _what(self, promise: Promise, span: Span) -> str:
        """What is promised: the complement's words, else the promise's own."""
        below = act_below(promise.sentence, promise.verb) if promise.by is promise.verb else promise.verb
        if below is not None and span.start <= below.start < span.end:
            return Span.cut(self.article.text, below.start, span.end).text
        objects = patients_of(promise.sentence, promise.verb) if promise.verb.pos in VERB_POS else ()
        if objects and span.start <= objects[0].start < span.end:
            return verb_phrase_span(self.parsed, promise.sentence, objects[0]).text
        return span.text
