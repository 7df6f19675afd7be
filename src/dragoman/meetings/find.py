"""Find meetings: meetings, visits and calls, with everybody who is shown to have attended.

In: article, Parsed, Mentions, dates, places, claims, events. Out: Meetings. A meeting inside one state is one too (form
domestic); "the meeting was attended by ..." adds to the meeting told before it and makes no new one.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..actors.mention import Mention
from ..events.frames import VERB_POS, lemma_of, patients_of, subjects_of
from ..events.modality import read_modality
from ..events.roles import Roles, is_coded
from ..events.setting import attach, in_sentence, is_setting_place
from ..parse.tokens import Parsed, Sentence, Token
from ..promises.clauses import clause_span, phrase_span
from ..promises.relation import Relations
from ..record import Actor, Article, Claim, Event, Meeting, RegionKind, Span, When, Where, digest
from ..stage import Stage
from .acts import Act, ActReader, Ground
from .chains import carrier
from .drafts import Draft, Drafts
from .level import format_of, level_of
from .roll import Roll
from .signings import SigningReader
from .stays import StayReader
from .words import load_meeting_words

CONFIDENCE = 0.8


class MeetingFinder:
    """Finds the meetings of one article."""

    def __init__(
        self,
        article: Article,
        parsed: Parsed,
        mentions: Sequence[Mention],
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
        self.words = load_meeting_words()
        self.lists = self.words.lists
        self.drafts = Drafts(article.published)
        self.roll = Roll(article, mentions)
        ground = Ground(roles, places, relations, self.drafts, self.words)
        acts = ActReader(ground)
        self.readers = (StayReader(parsed, acts, dates), acts, SigningReader(ground))

    def find(self) -> tuple[Meeting, ...]:
        """The meetings in order of the text."""
        for sentence in self.parsed.sentences:
            if sentence.region is not RegionKind.BODY:
                continue
            for token in sentence.tokens:
                if self._adds_attendance(sentence, token):
                    continue
                act = next((found for reader in self.readers if (found := reader.read(sentence, token))), None)
                if act is not None:
                    self._add(sentence, token, act)
        return tuple(self._meeting(draft) for draft in self.drafts.kept if len(draft.countries) > 1 or draft.inside)

    # -- attendance -------------------------------------------------------------------------------------------------

    def _adds_attendance(self, sentence: Sentence, token: Token) -> bool:
        """ "The meeting was also attended by A, B and C": who came to the meeting told before."""
        if token.pos not in VERB_POS or token.lemma not in self.words.attend or not self.drafts.kept:
            return False
        draft = self._meant(sentence, patients_of(sentence, token))
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

    def _meant(self, sentence: Sentence, tokens: Sequence[Token]) -> Draft | None:
        for token in tokens:
            form = self.words.nouns.get(token.lemma) or self.words.nouns.get(token.lower)
            form = form or ("meeting" if token.lemma in self.lists.ceremonies else None)
            definite = any(child.lower in ("the", "this") for child in sentence.children(token, "det"))
            if form and definite:
                return self.drafts.attended(form)
        return None

    # -- one mention ------------------------------------------------------------------------------------------------

    def _add(self, sentence: Sentence, token: Token, act: Act) -> None:
        top = self._top(sentence, token)
        modality = read_modality(sentence, top)
        if modality.negated or modality.possible:
            return
        # "Vowed to strengthen ties during a meeting": what is only wished is the strengthening.
        beside = carrier(sentence, token).dep == "pobj" and token.pos not in VERB_POS
        if self._is_off(sentence, token) or not (beside or act.future or self._came_about(sentence, top)):
            return
        future = act.future or modality.future or read_modality(sentence, token).future
        future = future or self._is_ahead(sentence, token)
        acts = frozenset(each.index for each in sentence.tokens if each.pos in VERB_POS) | {token.index}
        own = frozenset({token.index, *self._verbs_over(sentence, token)})
        own |= {verb.index for verb in sentence.children(token, "acl")}
        date = attach(sentence, in_sentence(sentence, self.dates), acts, own)
        settings = [each for each in in_sentence(sentence, self.places) if is_setting_place(sentence, each)]
        place = attach(sentence, settings, acts, own)
        evidence = self._whole(sentence, self._evidence(sentence, token), act.actors, date, place)
        realis = "future" if future else "actual"
        draft = Draft(sentence, token, act.form, act.actors, evidence, date, place, realis, act.known, act.inside)
        draft.back = any(child.lower == "the" for child in sentence.children(token, "det")) and not act.future
        draft.signing = act.signing
        draft.other = any(child.lower in self.lists.others for child in sentence.children(token, "amod", "det", "nmod"))
        if draft.countries:
            self.drafts.add(draft)

    def _whole(
        self, sentence: Sentence, span: Span, actors: Sequence[Actor], date: When | None, place: Where | None
    ) -> Span:
        """The evidence with the words of the sentence that show who, when and where."""
        parts = [span, *(actor.span for actor in actors), *(each.span for each in (date, place) if each is not None)]
        inside = [each for each in parts if sentence.start <= each.start and each.end <= sentence.end]
        first, last = min(each.start for each in inside), max(each.end for each in inside)
        return self.parsed.span(sentence.between(first, last))

    def _is_ahead(self, sentence: Sentence, token: Token) -> bool:
        """ "Is due in Lima for talks", "will fly to Lima for talks": the talks are as much to come as the journey."""
        noun = carrier(sentence, token)
        above = sentence.head(noun)
        if noun.dep != "pobj" or above.lower not in ("for", "on") or token.pos in VERB_POS:
            return False
        over = sentence.head(above)
        due = any(child.lower in self.lists.due for child in (over, *sentence.children(over, "acomp")))
        return due or (over.pos in VERB_POS and read_modality(sentence, over).future)

    def _is_off(self, sentence: Sentence, token: Token) -> bool:
        """ "The trip was postponed", "cancelled the talks": it did not take place."""
        noun = carrier(sentence, token)
        over = noun.dep in ("dobj", "nsubjpass", "nsubj") and sentence.head(noun).pos in VERB_POS
        return over and lemma_of(sentence, sentence.head(noun)) in self.lists.off

    def _came_about(self, sentence: Sentence, top: Token) -> bool:
        """No infinitive of a wish ("wants to meet", "was urged to attend"): only what is fixed or was travelled for."""
        infinitive = any(child.lower == "to" for child in sentence.children(top, "aux"))
        if top.pos not in VERB_POS or not infinitive or read_modality(sentence, top).future:
            return True
        above = sentence.head(top)
        return above.lemma in self.lists.fixed or above.lemma in self.lists.motion

    def _evidence(self, sentence: Sentence, token: Token) -> Span:
        """The words that tell the meeting: a verb's clause, a noun's phrase, or the clause of the verb over it."""
        if token.pos in VERB_POS:
            return clause_span(self.parsed, sentence, token)
        above = sentence.head(token)
        holds = self.lists.light | self.words.chair | self.words.attend | self.lists.motion | self.lists.fixing
        if token.dep in ("dobj", "nsubj", "nsubjpass") and above.pos in VERB_POS and above.lemma in holds:
            return clause_span(self.parsed, sentence, above)
        if token.dep == "pobj" and sentence.head(above).lemma in self.words.chair:
            return clause_span(self.parsed, sentence, sentence.head(above))
        return phrase_span(self.parsed, sentence, token)

    def _verbs_over(self, sentence: Sentence, token: Token) -> list[int]:
        """The verb that the meeting hangs on and those that govern it: their time is the meeting's."""
        top = self._top(sentence, token)
        found = [top.index]
        if top.dep in ("acomp", "oprd"):
            found.append(sentence.head(top).index)
        while top.dep in ("xcomp", "ccomp") and sentence.head(top).pos in VERB_POS:
            top = sentence.head(top)
            found.append(top.index)
        return found

    def _top(self, sentence: Sentence, token: Token) -> Token:
        """The verb that the meeting's noun hangs on, for its tense and date."""
        if token.pos in VERB_POS:
            return token
        token = carrier(sentence, token)
        above = sentence.head(token)
        if token.dep == "dobj" and above.pos in VERB_POS:
            return above
        if token.dep in ("nsubj", "nsubjpass") and above.lemma in self.lists.light | self.lists.fixing:
            return above
        over = sentence.head(above)
        if token.dep == "pobj" and over.pos in VERB_POS and above.lower in ("during", "at", "over", "in"):
            return over
        return token

    def _meeting(self, draft: Draft) -> Meeting:
        countries = draft.countries
        form = draft.form if len(countries) > 1 else "domestic"
        participants = self.roll.named(draft.actors, draft)
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
            level_of(participants, draft.evidence.text, self.words.levels),
            format_of(form, countries),
        )


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
    relations = Relations(parsed, events, mentions)
    return MeetingFinder(article, parsed, mentions, Roles(mentions, claims), dates, places, relations).find()


def stage() -> Stage:
    """The meetings stage."""
    return Stage(
        "meetings",
        ("article", "parsed", "mentions", "dates", "places", "claims", "events"),
        ("meetings",),
        find_meetings,
    )
