"""Find meetings: meetings, visits and calls, with everybody who is shown to have attended.

In: article, Parsed, Mentions, dates, places, claims, events. Out: Meetings. A meeting inside one state is one too (form
domestic); "the meeting was attended by ..." adds to the meeting told before it and makes no new one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..actors.mention import Mention
from ..events.frames import VERB_POS, lemma_of, noun_frame, patients_of, prep_objects, subjects_of, verb_frame
from ..events.modality import read_modality
from ..events.roles import Roles, is_coded, merge
from ..events.setting import attach, in_sentence, is_setting_place
from ..events.triggers import phrase_lemmas
from ..parse.tokens import Parsed, Sentence, Token
from ..promises.clauses import clause_span, phrase_span
from ..promises.relation import Relations
from ..record import Actor, Article, Claim, Event, Meeting, RegionKind, Span, When, Where, digest
from ..stage import Stage
from .words import load_meeting_words

_WITH = ("with", "between", "among", "of", "by", "to", "from")
# How far behind a meeting a sentence may still add to its attendance.
ATTENDANCE_REACH = 40
CONFIDENCE = 0.8
# How many states a group of people or sides stands for.
_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}


@dataclass
class _Draft:
    """A meeting while the article is read."""

    sentence: Sentence
    token: Token
    form: str
    participants: tuple[Actor, ...]
    evidence: Span
    date: When | None
    place: Where | None
    realis: str
    more: list[Actor] = field(default_factory=list)
    known: tuple[str, ...] = ()

    @property
    def countries(self) -> tuple[str, ...]:
        """The states that came: those of the participants, else those that the passage is about."""
        found = [actor.country for actor in (*self.participants, *self.more) if actor.country]
        states = list(dict.fromkeys([*found, *self.known]))
        return tuple(state for state in states if state != "IGO" or len(states) == 1)


class MeetingFinder:
    """Finds the meetings of one article."""

    def __init__(
        self,
        article: Article,
        parsed: Parsed,
        roles: Roles,
        dates: Sequence[When],
        places: Sequence[Where],
        relations: Relations,
    ) -> None:
        self.article = article
        self.parsed = parsed
        self.roles = roles
        self.dates = dates
        self.places = places
        self.relations = relations
        self.words = load_meeting_words()
        self.drafts: list[_Draft] = []

    def find(self) -> tuple[Meeting, ...]:
        """The meetings in order of the text."""
        for sentence in self.parsed.sentences:
            if sentence.region is not RegionKind.BODY:
                continue
            for token in sentence.tokens:
                if self._adds_attendance(sentence, token):
                    continue
                for form, actors, known in self._forms(sentence, token):
                    self._add(sentence, token, form, actors, known)
                    break
        return tuple(self._meeting(draft) for draft in self.drafts)

    # -- what is a meeting, and whose ---------------------------------------------------------------------

    def _forms(self, sentence: Sentence, token: Token) -> Iterator[tuple[str, tuple[Actor, ...], tuple[str, ...]]]:
        if token.pos in VERB_POS and token.dep not in ("aux", "auxpass"):
            yield from self._verb_forms(sentence, token)
        elif token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "nmod"):
            if self.roles.mention_at(sentence, token) is not None:
                return
            for lemma in (*reversed(phrase_lemmas(sentence, token)), token.lower):
                if lemma in self.words.nouns:
                    actors = self._noun_actors(sentence, token)
                    known = self._known(sentence, token, actors)
                    if actors or known:
                        yield self.words.nouns[lemma], actors, known
                    return

    def _verb_forms(self, sentence: Sentence, verb: Token) -> Iterator[tuple[str, tuple[Actor, ...], tuple[str, ...]]]:
        lemma = lemma_of(sentence, verb)
        if not self._is_meeting_verb(sentence, verb):
            return
        for form, prep in self.words.verbs.get(lemma, self.words.verbs.get(verb.lemma, ())):
            frame = verb_frame(sentence, verb)
            agents = frame.agents or _subjects_over(sentence, verb)
            hosts = self.roles.of_tokens(sentence, agents)
            sides = frame.preps.get(prep, ()) if prep else frame.objects
            if verb.lemma in self.words.persons_only and not prep:
                others = tuple(each for each in self.roles.heads_only(sentence, sides) if each.role or each.name)
            else:
                others = self.roles.of_tokens(sentence, sides)
            if not prep:
                others = merge((*others, *self.roles.of_tokens(sentence, frame.preps.get("with", ()))))
            actors = tuple(merge(each for each in (*hosts, *others) if is_coded(each)))
            states = {actor.country for actor in actors if actor.country}
            if hosts and len(states) > 1:
                yield form, actors, ()
            elif form == "meeting" and not sides:
                known = self._group(sentence, agents, states)
                if known:
                    yield form, tuple(each for each in actors if each.country in known), known

    def _is_meeting_verb(self, sentence: Sentence, verb: Token) -> bool:
        """No "called on Kenya to act", no "spoke with" but by telephone."""
        if verb.lemma == "call":
            return sentence.child(verb, "xcomp", "ccomp", "acl") is None and not any(
                child.lower == "to" for each in sentence.subtree(verb) for child in sentence.children(each, "aux")
            )
        if verb.lemma in ("speak", "talk"):
            preps = prep_objects(sentence, verb)
            return any(each.lemma in self.words.phones for prep in ("by", "on", "over") for each in preps.get(prep, ()))
        return True

    def _group(self, sentence: Sentence, tokens: Sequence[Token], states: set[str]) -> tuple[str, ...]:
        """ "The two sides will meet", "the three ministers met again": the states of a group of that number."""
        for token in tokens:
            phrase = sentence.subtree(token)[:8]
            count = next((_COUNTS[each.lower] for each in phrase if each.lower in _COUNTS), None)
            if count is not None and (len(states) != count or not states):
                found = self.relations.counted(sentence, count)
                return found if len(found) == count else ()
        return ()

    def _known(self, sentence: Sentence, noun: Token, actors: Sequence[Actor]) -> tuple[str, ...]:
        """The states of talks that name none or one: those that the passage is about, where place and time are told."""
        named = [actor.country for actor in actors if actor.country and actor.country != "IGO"]
        definite = noun.lemma in self.words.needs_time and len(set(named)) < 2
        if not definite or not self._has_setting(sentence, noun):
            return ()
        if noun.dep == "pobj" and actors:
            return ()
        return self.relations.around(sentence, named) or self.relations.pair(sentence, named)

    def _has_setting(self, sentence: Sentence, noun: Token) -> bool:
        """Whether the talks were held: a place or day of their own, or a verb of beginning and ending over them."""
        above = sentence.head(noun)
        holders = [noun, *sentence.children(noun, "acl")]
        if noun.dep in ("nsubj", "nsubjpass") and above.lemma in self.words.light:
            holders.append(above)
        preps = {prep for each in holders for prep in prep_objects(sentence, each)}
        return noun.dep != "dobj" and "in" in preps

    def _noun_actors(self, sentence: Sentence, noun: Token) -> tuple[Actor, ...]:
        frame = noun_frame(sentence, noun)
        tokens = list(frame.agents)
        for prep in _WITH:
            tokens += frame.preps.get(prep, ())
        found = [*self.roles.of_tokens(sentence, tokens)]
        for child in sentence.children(noun, "compound", "amod", "nmod"):
            mention = self.roles.mention_at(sentence, child)
            found += mention.actors if mention is not None else ()
        above = sentence.head(noun)
        via = noun.dep
        if noun.dep == "pobj":
            via, above = above.lower, sentence.head(above)
        if above.pos in VERB_POS and (via == "dobj" or via in self.words.during):
            found += self._verb_actors(sentence, above, via)
        for verb in sentence.children(noun, "acl", "relcl"):
            if verb.lemma in self.words.chair or verb.lemma in self.words.attend or verb.lemma == "hold":
                found += self.roles.of_tokens(sentence, subjects_of(sentence, verb))
                found += self.roles.of_tokens(sentence, prep_objects(sentence, verb).get("between", ()))
        return tuple(each for each in merge(found) if is_coded(each))

    def _verb_actors(self, sentence: Sentence, verb: Token, via: str) -> tuple[Actor, ...]:
        """Who holds, attends or chairs the meeting, or says something during it."""
        light = via == "dobj" and (verb.lemma in self.words.light | self.words.chair | self.words.attend)
        if via == "dobj" and not light:
            return ()
        found = self.roles.of_tokens(sentence, subjects_of(sentence, verb))
        preps = prep_objects(sentence, verb)
        if light:
            found += self.roles.of_tokens(sentence, (*preps.get("with", ()), *preps.get("to", ())))
        elif verb.lemma in self.words.telling:
            found += self.roles.heads_only(sentence, patients_of(sentence, verb))
        return found

    # -- merging and attendance ---------------------------------------------------------------------

    def _adds_attendance(self, sentence: Sentence, token: Token) -> bool:
        """ "The meeting was also attended by A, B and C": who came to the meeting told before."""
        if token.pos not in VERB_POS or token.lemma not in self.words.attend or not self.drafts:
            return False
        patients = patients_of(sentence, token)
        draft = self._meant(sentence, patients)
        if draft is None:
            return False
        tokens = subjects_of(sentence, token)
        listed = [mention for mention in self.roles.in_sentence(sentence) if mention.first > token.index]
        found = list(self.roles.of_tokens(sentence, tokens))
        if tokens and tokens[0].index > token.index:
            # A long list of names is often cut by the parser: every person behind the verb was there.
            found += [actor for mention in listed for actor in mention.actors if actor.role and actor.name]
        draft.more.extend(each for each in found if is_coded(each))
        return True

    def _meant(self, sentence: Sentence, tokens: Sequence[Token]) -> _Draft | None:
        for token in tokens:
            form = self.words.nouns.get(token.lemma) or self.words.nouns.get(token.lower)
            definite = any(child.lower in ("the", "this") for child in sentence.children(token, "det"))
            if form and definite:
                return self._last(form)
        return None

    def _last(self, form: str) -> _Draft | None:
        """The main meeting told before: the last that happened of the same form, else the last that happened."""
        happened = [draft for draft in self.drafts if draft.realis == "actual"]
        same = [draft for draft in happened if draft.form == form]
        return next(iter(same or happened), None)

    def _add(
        self, sentence: Sentence, token: Token, form: str, actors: tuple[Actor, ...], known: tuple[str, ...]
    ) -> None:
        top = self._top(sentence, token)
        modality = read_modality(sentence, top)
        if modality.negated or modality.possible:
            return
        # "Vowed to strengthen ties during a meeting": what is only wished is the strengthening.
        beside = token.dep == "pobj" and token.pos not in VERB_POS
        if self._is_off(sentence, token) or not (beside or self._came_about(sentence, top)):
            return
        realis = "future" if modality.future or read_modality(sentence, token).future else "actual"
        acts = frozenset(each.index for each in sentence.tokens if each.pos in VERB_POS) | {token.index}
        own = frozenset({token.index, *self._verbs_over(sentence, token)})
        own |= {verb.index for verb in sentence.children(token, "acl")}
        date = attach(sentence, in_sentence(sentence, self.dates), acts, own)
        settings = [each for each in in_sentence(sentence, self.places) if is_setting_place(sentence, each)]
        place = attach(sentence, settings, acts, own)
        evidence = self._evidence(sentence, token)
        draft = _Draft(sentence, token, form, actors, evidence, date, place, realis, known=known)
        if len(draft.countries) < 1:
            return
        told = self._same(draft)
        if told is None:
            # A visit of nobody shown to nowhere shown is no meeting.
            if form != "visit" or len(draft.countries) > 1:
                self.drafts.append(draft)
        else:
            told.more.extend(actors)
            if place is not None and told.place is None:
                told.evidence = evidence
            told.date, told.place = told.date or date, told.place or place

    def _is_off(self, sentence: Sentence, token: Token) -> bool:
        """ "The trip was postponed", "cancelled the talks": it did not take place."""
        over = token.dep in ("dobj", "nsubjpass", "nsubj") and sentence.head(token).pos in VERB_POS
        return over and lemma_of(sentence, sentence.head(token)) in self.words.off

    def _came_about(self, sentence: Sentence, top: Token) -> bool:
        """No infinitive of a wish ("wants to meet", "was urged to attend"): only what is fixed or was travelled for."""
        infinitive = any(child.lower == "to" for child in sentence.children(top, "aux"))
        if top.pos not in VERB_POS or not infinitive or read_modality(sentence, top).future:
            return True
        above = sentence.head(top)
        return above.lemma in self.words.fixed or above.lemma in self.words.motion

    def _evidence(self, sentence: Sentence, token: Token) -> Span:
        """The words that tell the meeting: a verb's clause, a noun's phrase, or the clause of the verb over it."""
        if token.pos in VERB_POS:
            return clause_span(self.parsed, sentence, token)
        above = sentence.head(token)
        holds = self.words.light | self.words.chair | self.words.attend | self.words.motion
        if token.dep in ("dobj", "nsubj", "nsubjpass") and above.pos in VERB_POS and above.lemma in holds:
            return clause_span(self.parsed, sentence, above)
        if token.dep == "pobj" and sentence.head(above).lemma in self.words.chair:
            return clause_span(self.parsed, sentence, sentence.head(above))
        return phrase_span(self.parsed, sentence, token)

    def _verbs_over(self, sentence: Sentence, token: Token) -> list[int]:
        """The verb that the meeting hangs on and those that govern it: their time is the meeting's."""
        top = self._top(sentence, token)
        found = [top.index]
        while top.dep in ("xcomp", "ccomp") and sentence.head(top).pos in VERB_POS:
            top = sentence.head(top)
            found.append(top.index)
        return found

    def _top(self, sentence: Sentence, token: Token) -> Token:
        """The verb that the meeting's noun hangs on, for its tense and date."""
        if token.pos in VERB_POS:
            return token
        above = sentence.head(token)
        if token.dep == "dobj" and above.pos in VERB_POS:
            return above
        if token.dep in ("nsubj", "nsubjpass") and above.lemma in self.words.light:
            return above
        over = sentence.head(above)
        if token.dep == "pobj" and over.pos in VERB_POS and above.lower in ("during", "at", "over", "in"):
            return over
        return token

    def _same(self, draft: _Draft) -> _Draft | None:
        """A meeting told before that may be the same: its states, no other date, both past or both ahead."""
        for known in self.drafts:
            if known.realis != draft.realis:
                continue
            ours, theirs = set(draft.countries), set(known.countries)
            one_date = self._one_date(draft.date, known.date)
            joined = ours <= theirs if len(ours) < 2 else ours == theirs
            near = draft.sentence.index - known.sentence.index <= ATTENDANCE_REACH
            if joined and one_date and near and (known.form == draft.form or "meeting" in (known.form, draft.form)):
                return known
        return None

    def _one_date(self, one: When | None, other: When | None) -> bool:
        if one is not None and other is not None:
            return (one.start, one.end) == (other.start, other.end)
        dated = one or other
        return dated is None or dated.is_news(self.article.published)

    def _meeting(self, draft: _Draft) -> Meeting:
        countries = draft.countries
        form = draft.form if len(countries) > 1 else "domestic"
        participants = merge((*draft.participants, *draft.more))
        return Meeting(
            digest(self.article.id, "meeting", draft.evidence.start, draft.form),
            form,
            participants,
            countries,
            draft.place,
            draft.date,
            draft.realis,
            draft.evidence,
            f"meeting-{draft.token.lemma}",
            CONFIDENCE,
        )


def _subjects_over(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """ "The ministers are due to meet": the subject stands at the verb over the adjective."""
    above = sentence.head(verb)
    return subjects_of(sentence, sentence.head(above)) if verb.dep == "xcomp" and above.dep == "acomp" else ()


def find_meetings(
    article: Article,
    parsed: Parsed,
    mentions: tuple[Mention, ...],
    dates: tuple[When, ...],
    places: tuple[Where, ...],
    claims: tuple[Claim, ...],
    events: tuple[Event, ...],
) -> tuple[Meeting, ...]:
    """The meetings of an article."""
    return MeetingFinder(article, parsed, Roles(mentions, claims), dates, places, Relations(parsed, events)).find()


def stage() -> Stage:
    """The meetings stage."""
    return Stage(
        "meetings",
        ("article", "parsed", "mentions", "dates", "places", "claims", "events"),
        ("meetings",),
        find_meetings,
    )
