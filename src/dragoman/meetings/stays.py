"""Stays: visits told without a verb of visiting, and talks told by a pronoun.

In: a sentence and one of its tokens. Out: an Act for "is due in Nairobi", "will be in Lima for talks", "will lead a
delegation to Riyadh", "invited his host to Maputo in November", "they would resume in Halifax". What only might take
place, and what lies in the visitor's own state, gives nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..events.frames import VERB_POS, patients_of, prep_objects, subjects_of
from ..events.modality import read_modality
from ..events.roles import merge
from ..parse.tokens import Parsed, Sentence, Token
from ..record import Actor, When
from .acts import Act, ActReader
from .drafts import coded

_IN = ("in", "at")
_PURPOSE = frozenset({"for", "on"})
# So many sentences back the talks were told that "they would resume" means.
TALKS_REACH = 2


class StayReader:
    """Reads stays, delegations, invitations and talks that go on."""

    def __init__(self, parsed: Parsed, acts: ActReader, dates: Sequence[When]) -> None:
        self.parsed = parsed
        self.acts = acts
        self.ground = acts.ground
        self.lists = acts.lists
        self.dates = dates

    def read(self, sentence: Sentence, token: Token) -> Act | None:
        """What the token tells, None where it is no stay."""
        if token.lower in self.lists.due and token.pos in (*VERB_POS, "ADJ"):
            return self._due(sentence, token)
        if token.pos not in VERB_POS:
            return None
        if token.lemma == "be" and token.dep not in ("aux", "auxpass"):
            return self._staying(sentence, token)
        if token.lemma in self.lists.leading:
            return self._delegation(sentence, token)
        if token.lemma == "invite":
            return self._invited(sentence, token)
        if token.lemma == "visit" and sentence.head(token).lemma == "invitation":
            return self._invitation(sentence, token)
        if token.lemma in self.lists.resuming:
            return self._resumed(sentence, token)
        return None

    def _due(self, sentence: Sentence, token: Token) -> Act | None:
        """ "Is due in Nairobi on Friday", "is expected in Lima"."""
        if sentence.child(token, "xcomp", "ccomp") is not None:
            return None
        above = sentence.head(token)
        if token.dep in ("acomp", "oprd") and above.lemma == "be":
            subjects, holders = subjects_of(sentence, above), (token, above)
        elif token.tag == "VBN" and sentence.child(token, "nsubjpass") is not None:
            subjects, holders = patients_of(sentence, token), (token, token)
        else:
            return None
        if any(read_modality(sentence, each).negated for each in holders):
            return None
        preps = [prep_objects(sentence, each) for each in holders]
        places = [each for found in preps for prep in _IN for each in found.get(prep, ())]
        return self._visit(sentence, subjects, places, future=True)

    def _staying(self, sentence: Sentence, verb: Token) -> Act | None:
        """ "Will be in Tashkent from April 22", "was in Lima for talks"."""
        preps = prep_objects(sentence, verb)
        modality = read_modality(sentence, verb)
        if modality.negated or modality.possible or not any(prep in preps for prep in _IN):
            return None
        nouns = {each.lemma for prep in _PURPOSE for each in preps.get(prep, ())}
        bent = bool(nouns & set(self.acts.words.nouns)) or sentence.child(verb, "advcl", "xcomp") is not None
        if not (modality.future or bent):
            return None
        places = [each for prep in _IN for each in preps.get(prep, ())]
        return self._visit(sentence, subjects_of(sentence, verb), places, future=modality.future)

    def _delegation(self, sentence: Sentence, verb: Token) -> Act | None:
        """ "Will lead a delegation to Riyadh"."""
        parties = [each for each in sentence.children(verb, "dobj") if each.lemma in self.lists.delegations]
        if not parties:
            return None
        places = [each for holder in (verb, *parties) for each in prep_objects(sentence, holder).get("to", ())]
        return self._visit(sentence, subjects_of(sentence, verb), places)

    def _visit(
        self, sentence: Sentence, subjects: Sequence[Token], places: Sequence[Token], *, future: bool = False
    ) -> Act | None:
        actors = self.ground.travellers(sentence, subjects)
        own = {actor.country for actor in actors if actor.country}
        states = self.ground.place_states(sentence, places)
        if not own or not states or set(states) & own:
            return None
        return Act("visit", actors, states, future)

    def _invited(self, sentence: Sentence, verb: Token) -> Act | None:
        """ "Invited his host to Maputo in November": a visit that has its day."""
        if read_modality(sentence, verb).negated or not self._is_dated_ahead(sentence):
            return None
        guests = self.ground.travellers(sentence, patients_of(sentence, verb))
        hosts = self.ground.travellers(sentence, subjects_of(sentence, verb))
        states = self.ground.place_states(sentence, prep_objects(sentence, verb).get("to", ()))
        own = {actor.country for actor in guests if actor.country}
        inviting = {actor.country for actor in hosts if actor.country}
        if not own and states and set(states) == inviting:
            # "Invited his host": the other side of the meeting told before.
            told = self.ground.drafts.states_before(states)
            return Act("visit", hosts, told, future=True) if len(told) == 2 else None
        if not own or not states or set(states) & own:
            return None
        return Act("visit", coded(merge((*guests, *hosts))), states, future=True)

    def _invitation(self, sentence: Sentence, verb: Token) -> Act | None:
        """ "Accepted an invitation to visit Tokyo next year"."""
        noun = sentence.head(verb)
        above = sentence.head(noun)
        if above.lemma != "accept" or not self._is_dated_ahead(sentence):
            return None
        return self._visit(sentence, subjects_of(sentence, above), sentence.children(verb, "dobj"), future=True)

    def _is_dated_ahead(self, sentence: Sentence) -> bool:
        """Whether the sentence names a day or month."""
        return any(sentence.start <= when.span.start and when.span.end <= sentence.end for when in self.dates)

    def _resumed(self, sentence: Sentence, verb: Token) -> Act | None:
        """ "They would resume in the week of 21 March": the talks of the sentence before."""
        subject = sentence.child(verb, "nsubj")
        if subject is None or subject.lower not in ("they", "these", "it") or not self._is_dated_ahead(sentence):
            return None
        talks = self._talks_before(sentence, verb)
        if talks is None:
            return None
        actors = coded(self._of_talks(*talks))
        states = tuple(dict.fromkeys(actor.country for actor in actors if actor.country))
        if len(states) < 2:
            return None
        return Act("meeting", (), states, read_modality(sentence, verb).future)

    def _talks_before(self, sentence: Sentence, verb: Token) -> tuple[Sentence, Token] | None:
        for behind in range(TALKS_REACH + 1):
            index = sentence.index - behind
            if index < 0:
                break
            other = self.parsed.sentences[index]
            for token in reversed(other.tokens):
                if other is sentence and token.index >= verb.index:
                    continue
                if token.pos == "NOUN" and self.acts.words.nouns.get(token.lemma) == "meeting":
                    return other, token
        return None

    def _of_talks(self, sentence: Sentence, noun: Token) -> tuple[Actor, ...]:
        """Those of the noun's own phrase, and the subject of the verb over it ("broke off talks with Canada")."""
        above = sentence.head(noun)
        found = list(self.acts.noun_actors(sentence, noun))
        if noun.dep == "dobj" and above.pos in VERB_POS:
            found.extend(self.acts.roles.of_tokens(sentence, subjects_of(sentence, above)))
        return merge(found)
