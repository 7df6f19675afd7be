"""Take: the reports of one article.

In: a Record. Out: its Reports in order of the text: agreements, commitments, and notes, which are sentences that tell
what became of something promised before. Refuses sentences without two states in their article, and those that neither
point back nor name a number.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from ..link.words import stem_words
from ..record import Actor, Agreement, Claim, Commitment, Record, Span
from ..record.happening import name_member
from .changes import Told, changes_of, find_changes, points_back
from .days import find_days, find_shifts
from .figures import SCALES, find_figures
from .lexicon import PART, WHOLE, load_words
from .refer import LOOSE, Reference, read_reference
from .report import AGREEMENTS, COMMITMENTS, NOTES, Report, Speaker, name_note, outlet_of
from .sentences import find_sentences, sentence_of
from .states import find_states

CODE_LENGTH = 3
# Behind these words a number is what something was before.
_BEFORE_OLD = re.compile(
    r"\b(?:instead of|rather than|up from|down from|from|compared with|against)\s+(?:the\s+)?$", re.I
)
# Letters by which words are compared: enough to tell words apart, few enough to meet "ratify" and "ratified".
STEM = 5
# So many stems stand for the matter of a report, the longest first: names and rare words are long.
MOST_STEMS = 16
# Fewer stems do not tell a matter.
FEWEST_STEMS = 2
# What a note needs to be of relations between states.
FEWEST_STATES = 2
# Of so many states of its article a sentence may speak without naming them.
MOST_STATES = 6
# A change that is no news of a promise by itself.
QUIET = frozenset({PART, WHOLE, "repeated"})


def take_reports(record: Record) -> tuple[Report, ...]:
    """The reports of an article, in order of the text."""
    sentences = find_sentences(record.article)
    taker = _Taker(record, sentences)
    found = [*taker.agreements(), *_give_old_values(list(taker.commitments()))]
    found = _take_up(sorted(found, key=lambda each: each.order))
    notes = list(taker.notes([each for each in found if each.kind == COMMITMENTS]))
    return tuple(sorted([*found, *notes], key=lambda each: each.order))


def stems_of(text: str, parties: Mapping[str, set[str]], codes: Sequence[str]) -> tuple[str, ...]:
    """The stems of the content words of a text, the longest first, without the names of the parties."""
    names = [name for code in codes for name in parties.get(code, ())]
    cut = {_cut(word) for word in stem_words(text, parties=names)} - _nothing()
    return tuple(sorted(cut, key=lambda word: (-len(word), word))[:MOST_STEMS])


def _cut(word: str) -> str:
    # Numbers are compared as amounts and days.
    if word[0].isdigit():
        return ""
    short = word[:STEM]
    # "posts" and "post".
    return short[:-1] if len(short) == STEM and short.endswith("s") and not short.endswith("ss") else short


@cache
def _nothing() -> frozenset[str]:
    """Stems of what is said of every promise, and of what only scales a number."""
    words = [word for phrase in load_words().standing_words for word in phrase.split()]
    return frozenset({"", "end", "time", "day"} | {word[:STEM] for word in (*words, *SCALES)})


class _Taker:
    """The article while it is read: who is called how, who says what, what is told where."""

    def __init__(self, record: Record, sentences: Sequence[Span]) -> None:
        self.record = record
        self.sentences = sentences
        self.names = _name_parties(record)
        self.states = _find_states(record)
        article = record.article
        self.shared: dict[str, Any] = {
            "article_id": article.id,
            "day": article.published,
            "outlet": outlet_of(article.publisher, article.url),
            "title": article.title,
            "occasions": tuple(
                (each.form, each.date.start if each.date else None, each.date.end if each.date else None)
                for each in record.meetings
            ),
        }

    def agreements(self) -> Iterator[Report]:
        """One report for each agreement."""
        for agreement in self.record.agreements:
            yield self._agreement(agreement)

    def _agreement(self, agreement: Agreement) -> Report:
        made = None
        if agreement.date is not None:
            ends = [each for each in (agreement.date.start, agreement.date.end) if each is not None]
            made = (min(ends), max(ends)) if ends else None
        refers = read_reference(
            agreement.evidence.text,
            agreement.kind,
            published=self.record.article.published,
            grouped=agreement.grouped,
            made=made,
        )
        return self._make(
            AGREEMENTS,
            name_member(AGREEMENTS, self.record.article.id, agreement.id),
            agreement.evidence,
            finding_id=agreement.id,
            parties=tuple(sorted(set(agreement.parties))),
            type=agreement.kind,
            status=agreement.status,
            what=agreement.evidence.text,
            own_topics=agreement.topics,
            grouped=agreement.grouped,
            count=agreement.count,
            day_told=made,
            refers=refers,
        )

    def commitments(self) -> Iterator[Report]:
        """One report for each commitment."""
        for commitment in self.record.commitments:
            yield self._commitment(commitment)

    def _commitment(self, commitment: Commitment) -> Report:
        return self._make(
            COMMITMENTS,
            name_member(COMMITMENTS, self.record.article.id, commitment.id),
            commitment.evidence,
            finding_id=commitment.id,
            parties=tuple(sorted(set(commitment.parties))),
            status=commitment.status,
            what=commitment.what,
            amount=None if commitment.amount is None else float(commitment.amount),
            currency=commitment.currency,
            unit=commitment.unit,
            deadline=commitment.deadline,
        )

    def notes(self, commitments: Sequence[Report]) -> Iterator[Report]:
        """One report for each change that a sentence tells of something promised before."""
        for sentence in self.sentences:
            told = find_changes(sentence.text)
            own = [each for each in commitments if each.evidence.overlaps(sentence)]
            # What is promised in these very words is no news of an earlier promise.
            told = tuple(
                each
                for each in told
                if each.change in QUIET or not any(_holds(report.evidence, sentence, each.start) for report in own)
            )
            # A number is enough to know a promise by; words alone must say that they speak of one.
            if not changes_of(told) - QUIET or not (points_back(sentence.text) or find_figures(sentence.text)):
                continue
            states = tuple(sorted({*self.states, *find_states(sentence.text)}))
            if len(states) >= FEWEST_STATES:
                yield from self._notes_of(sentence, told, states)

    def _notes_of(self, sentence: Span, told: Sequence[Told], states: tuple[str, ...]) -> Iterator[Report]:
        beside = tuple(each for each in told if each.change in QUIET)
        for each in told:
            if each.change in QUIET:
                continue
            cue = Span.cut(self.record.article.text, sentence.start + each.start, sentence.start + each.end)
            note = self._make(
                NOTES,
                name_note(self.record.article.id, cue.start),
                sentence,
                finding_id=self._finding_at(sentence),
                parties=states,
                what=sentence.text,
                cue=cue,
            )
            yield replace(note, told=(each, *beside))

    def _make(self, kind: str, name: str, evidence: Span, **given: Any) -> Report:
        sentence = sentence_of(self.sentences, evidence) or evidence
        published = self.record.article.published
        parties = given["parties"]
        values: dict[str, Any] = {
            "type": "", "status": None, "amount": None, "currency": None, "unit": None, "deadline": None,
            "grouped": False, "count": None, "day_told": None, "refers": None,
        }  # fmt: skip
        values.update({name: value for name, value in given.items() if name not in ("own_topics", "cue")})
        told = find_changes(sentence.text)
        # The words for an agreement are few ("a contract"): its sentence tells what it is about. Words that change a
        # promise ("have moved the deadline to June") are few as well, where the sentence tells no other promise.
        stems = stems_of(f"{given['what']} {evidence.text}", self.names, parties)
        moves = any(_holds(evidence, sentence, each.start) for each in told)
        beside = self.record.agreements if kind == AGREEMENTS else self.record.commitments
        alone = sum(each.evidence.overlaps(sentence) for each in beside) < 2
        if kind != COMMITMENTS or (alone and (moves or len(stems) < FEWEST_STEMS)):
            stems = stems_of(sentence.text, self.names, parties)
        return Report(
            **self.shared,
            **values,
            id=name,
            kind=kind,
            topics=self._topics(sentence, given.get("own_topics", ())),
            stems=stems,
            figures=find_figures(sentence.text),
            days=find_days(sentence.text, published),
            named=find_states(sentence.text) if kind == NOTES else (),
            shifts=tuple(each.months for each in find_shifts(sentence.text)),
            told=told,
            same_as=None,
            alone=alone,
            by=self._speaker(given.get("cue", evidence)),
            words=sentence,
            evidence=evidence,
        )

    def _topics(self, sentence: Span, own: Sequence[str]) -> tuple[str, ...]:
        """The contexts of what is told in the sentence."""
        told = [event.contexts for event in self.record.events if event.evidence.overlaps(sentence)]
        return tuple(sorted({*own, *(context for contexts in told for context in contexts)}))

    def _speaker(self, span: Span) -> Speaker | None:
        """Who says the words, by the shortest claim that holds them or most of them."""
        claims = [claim for claim in self.record.claims if claim.evidence.overlaps(span)]
        claims = [claim for claim in claims if claim.evidence.covers(span) or span.covers(claim.evidence)]
        if claims:
            return make_speaker(min(claims, key=_length).speaker)
        sentence = sentence_of(self.sentences, span)
        told = sentence is not None and load_words().speech.search(sentence.text.lower()) is not None
        return Speaker(None, None, None) if told else None

    def _finding_at(self, sentence: Span) -> str:
        """The finding whose words the sentence holds, "" where there is none."""
        for found in (self.record.events, self.record.claims):
            for each in found:
                if each.evidence.overlaps(sentence):
                    return each.id
        return ""


def make_speaker(actor: Actor | None) -> Speaker:
    """The speaker of a claim; nobody that is known where it has none."""
    if actor is None:
        return Speaker(None, None, None)
    return Speaker(actor.name, actor.role, actor.country)


def _length(claim: Claim) -> int:
    return claim.evidence.end - claim.evidence.start


def _holds(evidence: Span, sentence: Span, start: int) -> bool:
    """Whether words begin within the evidence of a finding."""
    return evidence.start <= sentence.start + start < evidence.end


def _find_states(record: Record) -> tuple[str, ...]:
    """The codes of the parties of the article, those of most findings first, as many as a sentence may speak of."""
    codes: Counter[str] = Counter()
    for event in record.events:
        codes.update({actor.country for actor in (*event.actors, *event.recipients) if actor.country})
    for found in (record.agreements, record.commitments):
        codes.update(code for each in found for code in set(each.parties))
    codes.update(code for meeting in record.meetings for code in set(meeting.countries))
    codes.update(code for claim in record.claims for code in set(claim.about))
    known = [code for code in codes if len(code) == CODE_LENGTH and code.isupper()]
    return tuple(sorted(known, key=lambda code: (-codes[code], code))[:MOST_STATES])


def _name_parties(record: Record) -> Mapping[str, set[str]]:
    """How the article calls each party, by its code."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    actors = [actor for event in record.events for actor in (*event.actors, *event.recipients)]
    actors += [actor for meeting in record.meetings for actor in meeting.participants]
    for actor in actors:
        if actor.role is None and actor.country:
            names[actor.country].add(actor.span.text)
    return names


def _give_old_values(promises: Sequence[Report]) -> Iterator[Report]:
    """The promises, each that is only an old value beside a new one ("145 instead of 100") with the id of that."""
    for promise in promises:
        newer = next((each for each in promises if is_old_beside(promise, each)), None)
        yield promise if newer is None else replace(promise, same_as=newer.id)


def is_old_beside(old: Report, new: Report) -> bool:
    """Whether one amount stands in a sentence only as what the other was before."""
    if old.words != new.words or old.amount is None or new.amount is None or old.amount == new.amount:
        return False
    if (old.currency, old.unit) != (new.currency, new.unit):
        return False
    figure = next((each for each in old.figures if each.is_amount(old.amount, old.currency)), None)
    return figure is not None and _BEFORE_OLD.search(old.words.text[: figure.start]) is not None


def _take_up(reports: Sequence[Report]) -> list[Report]:
    """The reports, each agreement that means one told before in the article with the id of that one."""
    found: list[Report] = []
    for report in reports:
        before = _find_before(report, found) if report.kind == AGREEMENTS and report.refers is not None else None
        found.append(report if before is None else replace(report, same_as=before))
    return found


def _find_before(report: Report, earlier: Sequence[Report]) -> str | None:
    """The one agreement of the article that a definite description takes up again; None where several fit, or none."""
    refers = report.refers
    if refers is None or refers.plural or refers.occasion is not None:
        return None
    fit: dict[str, list[str]] = {}
    for each in earlier:
        if each.kind != AGREEMENTS or each.grouped or (each.refers is not None and each.refers.plural):
            continue
        same_sides = set(report.parties) <= set(each.parties) or set(each.parties) <= set(report.parties)
        if same_sides and _fits_kind(refers, each.type) and _fits_days(refers, each):
            fit.setdefault(each.same_as or each.id, []).append(each.type)
    if len(fit) == 1:
        return next(iter(fit))
    exact = [root for root, kinds in fit.items() if report.type in kinds and report.type != LOOSE]
    return exact[0] if len(exact) == 1 else None


def _fits_kind(refers: Reference, kind: str) -> bool:
    return refers.kind == kind or LOOSE in (refers.kind, kind)


def _fits_days(refers: Reference, report: Report) -> bool:
    """Whether the days that a description gives may be those of the agreement told before."""
    if refers.days is None:
        return True
    made = report.day_told or (report.refers.days if report.refers else None)
    if made is None:
        return False
    return made[0] <= refers.days[1] and refers.days[0] <= made[1]
