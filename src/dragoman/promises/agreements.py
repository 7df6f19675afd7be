"""Agreements: a treaty, pact or memorandum that is signed, ratified, suspended, planned ... with its parties.

In: article, Parsed, Mentions, events, dates, places, claims. Out: Agreements. The status comes from the verb over the
agreement ("ratified a treaty"), from its participle ("a pact signed in March") or from its year ("a 2002 accord", in
force); an agreement that is only mentioned yields nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..dates import find_periods
from ..events.chain import climb
from ..events.contexts import find_contexts
from ..events.frames import VERB_POS, lemma_of, patients_of, prep_objects, subjects_of
from ..events.modality import read_modality
from ..events.roles import Roles, codes, is_coded
from ..events.setting import attach, in_sentence
from ..events.triggers import phrase_lemmas
from ..parse.tokens import Parsed, Sentence, Token
from ..record import Agreement, Article, Event, Period, RegionKind, Span, When, digest
from .clauses import phrase_span, phrase_tokens
from .lexicon import PromiseLexicon

_GROUPS = frozenset({"several", "multiple", "many", "numerous", "various", "some", "more", "dozen", "few"})
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_YEAR = re.compile(r"\b(1[89]|20)\d\d\b")
_TOPIC_PREPS = ("on", "for", "in", "covering", "about", "regarding")
# Heads that are agreements only with a word before them that says so ("action plan", but no bare "plan").
_WEAK_KINDS = frozenset({"plan", "programme", "program", "framework", "settlement", "arrangement", "lease", "tender",
                         "understanding", "declaration", "deal", "contract", "charter", "convention"})  # fmt: skip
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
    ) -> None:
        self.article = article
        self.parsed = parsed
        self.roles = roles
        self.events = events
        self.dates = dates
        self.lexicon = lexicon

    def find(self) -> tuple[Agreement, ...]:
        """The agreements in order of the text."""
        found: list[Agreement] = []
        for sentence in self.parsed.sentences:
            if sentence.region is not RegionKind.BODY:
                continue
            for token in sentence.tokens:
                hit = self._hit(sentence, token)
                if hit is not None:
                    found.append(self._agreement(sentence, hit))
        return tuple(found)

    # -- what and in which state ------------------------------------------------------------------------------------

    def _hit(self, sentence: Sentence, token: Token) -> _Found | None:
        if token.pos not in ("NOUN", "PROPN") or token.dep in ("compound", "nmod", "poss"):
            return None
        kind = self._kind(sentence, token)
        if kind is None:
            return None
        status, by = self._status(sentence, token)
        return _Found(token, kind, status, by) if status else None

    def _kind(self, sentence: Sentence, token: Token) -> str | None:
        for lemma in reversed(phrase_lemmas(sentence, token)):
            kind = self.lexicon.kind_of.get(lemma)
            if kind is not None:
                weak = lemma == token.lemma and lemma in _WEAK_KINDS
                return kind if not weak or self._is_signed(sentence, token) else None
        return None

    def _is_signed(self, sentence: Sentence, token: Token) -> bool:
        status, _ = self._status(sentence, token)
        return status in ("signed", "ratified", "suspended", "ended")

    def _status(self, sentence: Sentence, token: Token) -> tuple[str | None, Token | None]:
        head = token
        while head.dep == "conj" and sentence.head(head).pos in ("NOUN", "PROPN"):
            head = sentence.head(head)
        for verb in sentence.children(token, "acl", "relcl"):
            status = self.lexicon.status_of.get(lemma_of(sentence, verb))
            if status and (verb.tag in ("VBN", "VBD") or token in patients_of(sentence, verb)):
                return self._marked(sentence, verb, status)
        step = climb(sentence, head)
        if step is not None:
            above, via = step
            if above.pos in VERB_POS:
                status = self.lexicon.status_of.get(lemma_of(sentence, above)) or self.lexicon.status_of.get(above.lemma)
                if status and (via in ("dobj", "nsubjpass", "obj") or (via in ("to", "on", "into", "from") and status != "in force")):
                    return self._marked(sentence, above, status)
                if status in ("in force", "ended") and via == "nsubj":
                    return status, above
            if above.lemma in ("signing", "ratification", "conclusion", "suspension") and via == "of":
                status = {"ratification": "ratified", "suspension": "suspended"}.get(above.lemma, "signed")
                return self._marked(sentence, above, status)
        if any(_YEAR.fullmatch(child.text) for child in sentence.children(token)):
            return "in force", None
        return None, None

    def _marked(self, sentence: Sentence, verb: Token, status: str) -> tuple[str | None, Token]:
        """The status under the verb's modality: a signing that lies ahead is planned, one that was refused proposed."""
        modality = read_modality(sentence, verb)
        above = sentence.head(verb)
        wanted = verb.dep in ("xcomp", "ccomp", "acl") and verb.tag in ("VB", "VBG") and above.index != verb.index
        if status in ("signed", "ratified"):
            if modality.negated or (wanted and above.lemma in ("refuse", "fail", "decline")):
                return "proposed", verb
            if modality.future or modality.possible or wanted or verb.tag == "VB":
                return "planned", verb
        elif status in ("suspended", "ended") and (modality.negated or modality.possible or modality.future or verb.tag == "VB"):
            return "in force", verb
        return status, verb

    # -- who, when, about what ----------------------------------------------------------------------------------------

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
        if hit.by is not None and hit.by.pos in VERB_POS:
            own += codes(self.roles.of_tokens(sentence, subjects_of(sentence, hit.by)))
            with_ = prep_objects(sentence, hit.by).get("with", ())
            own += codes(self.roles.of_tokens(sentence, with_))
        if event is not None:
            own += codes(event.actors) + codes(event.recipients)
        parties = [code for code in dict.fromkeys(own) if len(code) == 3 and code.isupper()]
        if len(parties) < 2:
            parties = self._with_partner(sentence, parties)
        return parties, event

    def _event_over(self, sentence: Sentence, hit: _Found) -> Event | None:
        if hit.by is None:
            return None
        return next((event for event in self.events if event.trigger.start == hit.by.start), None)

    def _with_partner(self, sentence: Sentence, parties: list[str]) -> list[str]:
        """The states that one act told in this sentence or just before joins, where it names the known party."""
        known = set(parties)
        for back in (0, 1, 2):
            index = sentence.index - back
            if index < 0:
                break
            other = self.parsed.sentences[index]
            span = Span.cut(self.article.text, other.start, other.end)
            for event in self.events:
                if event.evidence != span:
                    continue
                both = [code for code in dict.fromkeys([*codes(event.actors), *codes(event.recipients)]) if len(code) == 3]
                if len(both) == 2 and known <= set(both):
                    return both
        return parties

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
