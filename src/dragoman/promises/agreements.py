"""Agreements: a treaty, pact or memorandum that is signed, ratified, suspended, planned ... with its parties.

In: article, Parsed, Mentions, events, dates, places, claims. Out: Agreements. The status comes from the verb over the
agreement ("ratified a treaty"), from its participle ("a pact signed in March") or from its year ("a 2002 accord", in
force); an agreement that is only mentioned yields nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..dates import find_periods
from ..events.contexts import find_contexts
from ..events.frames import VERB_POS, prep_objects, subjects_of
from ..events.modality import read_modality
from ..events.roles import Roles, codes, is_coded
from ..events.setting import attach, in_sentence
from ..events.triggers import phrase_lemmas
from ..parse.tokens import Parsed, Sentence, Token
from ..record import Agreement, Article, Event, Period, RegionKind, Span, When, digest
from .clauses import phrase_span, phrase_tokens
from .lexicon import PromiseLexicon
from .relation import Relations, party_codes
from .status import read_status, year_of

_GROUPS = frozenset({"several", "multiple", "many", "numerous", "various", "some", "more", "dozen", "few"})
# How many sentences back "the deal" may mean an agreement told there.
_SAME_REACH = 12
# What tells more about an agreement's fate stands for one that is told twice.
_RANK = ("proposed", "planned", "in force", "signed", "ratified", "suspended", "ended")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_MODIFIERS = ("compound", "amod", "poss", "prep", "relcl", "acl", "nummod", "nmod")
_PERSONAL = frozenset({"his", "her", "my", "your"})
_NONE = frozenset({"no", "any", "every", "each", "another"})
_TOPIC_PREPS = ("on", "for", "in", "covering", "about", "regarding")
SIGNED_CONFIDENCE, STATED_CONFIDENCE = 0.9, 0.7


@dataclass(frozen=True, slots=True)
class _Found:
    """An agreement's noun with the word that shows its status."""

    token: Token
    kind: str
    status: str
    by: Token | None


class AgreementFinder:
    """Finds the agreements of one article."""

    def __init__(
        self,
        article: Article,
        parsed: Parsed,
        roles: Roles,
        events: Sequence[Event],
        dates: Sequence[When],
        lexicon: PromiseLexicon,
        relations: Relations,
    ) -> None:
        self.article = article
        self.parsed = parsed
        self.roles = roles
        self.events = events
        self.dates = dates
        self.lexicon = lexicon
        self.relations = relations

    def find(self) -> tuple[Agreement, ...]:
        """The agreements in order of the text."""
        found: list[tuple[Sentence, Agreement]] = []
        for sentence in self.parsed.sentences:
            if sentence.region is not RegionKind.BODY:
                continue
            for token in sentence.tokens:
                hit = self._hit(sentence, token)
                if hit is None:
                    continue
                made = self._agreement(sentence, hit)
                at = self._told_before(sentence, token, made, found)
                if at is None:
                    if not (hit.status == "in force" and self._is_bare(sentence, token)):
                        found.append((sentence, made))
                else:
                    found[at] = found[at][0], _latest(found[at][1], made)
        return tuple(made for _, made in found)

    def _told_before(
        self, sentence: Sentence, token: Token, made: Agreement, found: Sequence[tuple[Sentence, Agreement]]
    ) -> int | None:
        """The number of the agreement that "the deal" or "their accord" means again, None where it is a new one."""
        definite = any(child.lower in ("the", "this", "that") for child in sentence.children(token, "det"))
        if not definite or any(child.lower in self.lexicon.others for child in sentence.children(token)):
            return None
        bare = self._is_bare(sentence, token)
        for at in range(len(found) - 1, -1, -1):
            before, other = found[at]
            if bare and set(made.parties) & set(other.parties) and not made.grouped:
                # "The agreement" without a word more is the one told last.
                return at
            general = token.lower in self.lexicon.general
            near = sentence.index - before.index <= _SAME_REACH
            if near and (general or other.kind == made.kind) and _may_be_one(made, other):
                return at
        return None

    def _is_bare(self, sentence: Sentence, token: Token) -> bool:
        """Whether "the agreement" has no word more that would tell it from others."""
        definite = any(child.lower in ("the", "this", "that") for child in sentence.children(token, "det"))
        return definite and year_of(sentence, token) is None and not sentence.children(token, *_MODIFIERS)

    # -- what and in which state ---------------------------------------------------------------------

    def _hit(self, sentence: Sentence, token: Token) -> _Found | None:
        if token.pos not in ("NOUN", "PROPN") or token.dep in ("compound", "nmod", "poss"):
            return None
        kind = self._kind(sentence, token)
        if kind is None or any(child.lower in ("every", "any", "each") for child in sentence.children(token, "det")):
            return None
        status, by = read_status(sentence, token, self.lexicon)
        if status is None and self._is_specific(sentence, token):
            status = "in force"
        return _Found(token, kind, status, by) if status else None

    def _is_specific(self, sentence: Sentence, token: Token) -> bool:
        """ "A transit agreement with Uzbekistan", "their maritime deal": one that stands."""
        owners = [each for each in sentence.children(token, "poss") if each.lower not in _PERSONAL]
        topical = any(child.pos in ("NOUN", "PROPN", "ADJ") for child in sentence.children(token, "compound", "amod"))
        preps = prep_objects(sentence, token)
        partners = [each for prep in ("with", "between", "among") for each in preps.get(prep, ())]
        named = bool(party_codes(codes(self.roles.of_tokens(sentence, partners))))
        proper = any(child.pos == "PROPN" for child in sentence.children(token, "compound"))
        called = proper and any(child.lower in ("the", "this") for child in sentence.children(token, "det"))
        if not (named or called or (owners and topical)) or any(
            child.tag == "DT" and child.lower in _NONE for child in sentence.children(token)
        ):
            return False
        verb = next((each for each in sentence.ancestors(token) if each.pos in VERB_POS), None)
        if verb is None:
            return True
        modality = read_modality(sentence, verb)
        return not (modality.future or modality.possible or modality.negated)

    def _kind(self, sentence: Sentence, token: Token) -> str | None:
        for lemma in reversed(phrase_lemmas(sentence, token)):
            kind = self.lexicon.kind_of.get(lemma)
            if kind is None:
                continue
            if lemma != token.lemma or lemma not in self.lexicon.weak_kinds:
                return kind
            status, _ = read_status(sentence, token, self.lexicon)
            dated = year_of(sentence, token) is not None
            known = status in self.lexicon.weak_kinds[lemma] or (status is None and self._is_specific(sentence, token))
            return kind if known or dated else None
        return None

    # -- who, when, about what ---------------------------------------------------------------------

    def _agreement(self, sentence: Sentence, hit: _Found) -> Agreement:
        tokens = phrase_tokens(sentence, hit.token)
        evidence = self.parsed.span(tokens)
        parties, event = self._parties(sentence, hit)
        date = self._date(sentence, hit, event, tokens)
        place = event.place if event is not None and hit.status in ("signed", "planned") else None
        grouped, count = _group(tokens, hit.token)
        return Agreement(
            digest(self.article.id, "agreement", evidence.start, hit.kind, hit.status),
            hit.kind,
            tuple(parties),
            self._topics(sentence, hit.token),
            date,
            place,
            self._period(evidence),
            hit.status,
            grouped,
            count,
            evidence,
            f"agreement-{hit.status.replace(' ', '-')}",
            SIGNED_CONFIDENCE if hit.by is not None and event is not None else STATED_CONFIDENCE,
        )

    def _parties(self, sentence: Sentence, hit: _Found) -> tuple[list[str], Event | None]:
        event = self._event_over(sentence, hit)
        own: list[str] = []
        preps = prep_objects(sentence, hit.token)
        for prep in ("between", "among", "with"):
            own += codes(each for each in self.roles.of_tokens(sentence, preps.get(prep, ())) if is_coded(each))
        own += codes(self.roles.inside(sentence, hit.token, preps=("of",)))
        if hit.by is not None and hit.by.pos in VERB_POS and hit.by.lemma not in self.lexicon.brokering:
            own += codes(self.roles.of_tokens(sentence, subjects_of(sentence, hit.by)))
            with_ = prep_objects(sentence, hit.by).get("with", ())
            own += codes(self.roles.of_tokens(sentence, with_))
            if event is not None:
                own += codes(event.actors) + codes(event.recipients)
        parties = party_codes(own)
        if len(parties) < 2 and not (hit.by is not None and hit.by.lemma == "issue" and parties):
            parties = self._with_partner(sentence, hit, parties)
        return parties, event

    def _event_over(self, sentence: Sentence, hit: _Found) -> Event | None:
        if hit.by is None:
            return None
        return next((event for event in self.events if event.trigger.start == hit.by.start), None)

    def _with_partner(self, sentence: Sentence, hit: _Found, parties: list[str]) -> list[str]:
        """The two states that the sentence speaks of up to the agreement, else those of the passage."""
        before = [mention for mention in self.roles.in_sentence(sentence) if mention.first < hit.token.index]
        named = party_codes(code for mention in before for code in mention.countries)
        if len(named) == 2 and set(parties) <= set(named):
            return named
        if len(parties) == 1 and hit.kind == "contract":
            above = self._governing(sentence, hit)
            if len({*parties, *above}) == 2:
                return list(dict.fromkeys([*parties, *above]))
        above = self._governing(sentence, hit)
        if len(above) > 1 and set(parties) <= set(above):
            # "In a declaration signed at noon, A, B and C undertook ...".
            return above
        around = self.relations.around(sentence, parties) or self.relations.pair(sentence, parties)
        return list(around) or list(self.relations.passage(sentence, parties)) or parties

    def _governing(self, sentence: Sentence, hit: _Found) -> list[str]:
        """Whose affair the sentence is: the states that the verbs above the agreement have as subjects."""
        verbs = [each for each in sentence.ancestors(hit.token) if each.pos in VERB_POS]
        heads = [each for verb in verbs for each in subjects_of(sentence, verb)]
        return party_codes(codes(self.roles.of_tokens(sentence, heads)))

    def _date(self, sentence: Sentence, hit: _Found, event: Event | None, tokens: list[Token]) -> When | None:
        dates = in_sentence(sentence, self.dates)
        if hit.by is not None:
            acts = frozenset(token.index for token in sentence.tokens if token.pos in VERB_POS) | {hit.token.index}
            date = attach(sentence, dates, acts, frozenset({hit.by.index}))
            if date is not None:
                return date
        if event is not None and event.date is not None:
            return event.date
        # "a 2002 agreement": the year inside the phrase, unless it is the period covered.
        if hit.by is None:
            start, end = tokens[0].start, tokens[-1].end
            return next((date for date in dates if start <= date.span.start and date.span.end <= end), None)
        return None

    def _period(self, evidence: Span) -> Period | None:
        found = find_periods(evidence.text, published=self.article.published, offset=evidence.start)
        return Period(found[0][1], found[0][2]) if found else None

    def _topics(self, sentence: Sentence, token: Token) -> tuple[str, ...]:
        topics: list[str] = []
        preps = prep_objects(sentence, token)
        for prep in _TOPIC_PREPS:
            for each in preps.get(prep, ()):
                if self.roles.mention_at(sentence, each) is None and each.entity not in ("DATE", "CARDINAL", "TIME"):
                    topics.append(phrase_span(self.parsed, sentence, each).text)
        for child in sentence.children(token, "compound", "amod"):
            if child.lower in self.lexicon.topics:
                topics.append(child.lower)
        if topics:
            return tuple(dict.fromkeys(topics))
        return find_contexts(sentence)


def _group(tokens: list[Token], head: Token) -> tuple[bool, int | None]:
    """Whether the phrase is a group of agreements, and how many where it says so."""
    if head.tag not in ("NNS", "NNPS") and not head.lower.endswith("randa"):
        return False, None
    for token in tokens:
        if token.index < head.index:
            if token.lower in _NUMBERS:
                return True, _NUMBERS[token.lower]
            if token.text.isdigit() and len(token.text) < 4:
                return True, int(token.text)
            if token.lower in _GROUPS:
                return True, None
    return True, None


def _may_be_one(made: Agreement, other: Agreement) -> bool:
    """Whether two agreements may be one: no party that the other lacks, no two years, both one or both a group."""
    ours, theirs = set(made.parties), set(other.parties)
    if not (ours <= theirs or theirs <= ours) or made.grouped != other.grouped:
        return False
    planned = {"planned", "proposed"}
    return (made.status in planned) == (other.status in planned)


def _latest(one: Agreement, other: Agreement) -> Agreement:
    """The agreement as first told, with the status that is farther along."""
    if _RANK.index(other.status) <= _RANK.index(one.status) or other.status in ("in force", "signed"):
        return one
    return replace(one, status=other.status, date=other.date or one.date)
