"""Acts: what a verb or noun of a sentence shows to be a meeting, and whose.

In: a sentence and one of its tokens. Out: an Act with its form, the actors, and the states that the passage gives
where the words name none. Wishes, refusals and calls that are no telephone calls give nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..events.frames import VERB_POS, Frame, lemma_of, noun_frame, patients_of, prep_objects, subjects_of, verb_frame
from ..events.roles import Roles, merge
from ..events.triggers import phrase_lemmas
from ..parse.tokens import Sentence, Token
from ..promises.relation import Relations
from ..record import Actor, Where
from .chains import carrier, chain
from .drafts import Drafts, coded
from .words import MeetingWords

_WITH = ("with", "between", "among", "of", "by", "to", "from")
# How many states a group of people or sides stands for.
_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
# In so many words a group says how many it is ("the ministers in charge of defence in the five countries").
LONGEST_GROUP = 12
_DEFINITE = frozenset({"the", "this", "these", "their", "its", "his", "her", "both"})
# Kinds of mention that travel: a state or a common noun of things does not.
_TRAVELLERS = frozenset({"person", "office", "pronoun", "noun", "pair"})
_BEHIND = frozenset({"after", "following"})
_JOINT = frozenset({"joint", "mixed", "bilateral", "intergovernmental", "trilateral", "binational", "regional"})
_FORCES = frozenset({"MIL", "COP", "UAF", "REB", "INS"})
# Places of a setting.
_SETTING = frozenset({"in", "on", "at"})


@dataclass(frozen=True, slots=True)
class Act:
    """One mention of a meeting. `known`: the states that the passage gives; `future` whether the words themselves say
    that it is to come; `inside` whether a body of one government meets; `signing` whether only a signing is told."""

    form: str
    actors: tuple[Actor, ...]
    known: tuple[str, ...] = ()
    future: bool = False
    inside: bool = False
    signing: bool = False


class Ground:
    """What the readers of acts share: who and where the tokens are. Made for one article."""

    def __init__(
        self, roles: Roles, places: Sequence[Where], relations: Relations, drafts: Drafts, words: MeetingWords
    ) -> None:
        self.roles = roles
        self.places = places
        self.relations = relations
        self.drafts = drafts
        self.words = words
        self.lists = words.lists

    def place_states(self, sentence: Sentence, tokens: Iterable[Token]) -> tuple[str, ...]:
        """The states in which the places named by the tokens lie."""
        found: list[str] = []
        for token in tokens:
            mention = self.roles.mention_at(sentence, token)
            if mention is not None and mention.kind in ("seat", "state"):
                found.extend(actor.country for actor in mention.actors if actor.country)
                continue
            found.extend(
                where.country
                for where in self.places
                if where.country and where.span.start <= token.start < where.span.end
            )
        return tuple(dict.fromkeys(found))

    def travellers(self, sentence: Sentence, tokens: Iterable[Token]) -> tuple[Actor, ...]:
        """The persons, office-holders and delegations among the tokens, and who leads these."""
        found: list[Actor] = []
        for token in tokens:
            mention = self.roles.mention_at(sentence, token)
            if mention is not None and mention.kind not in _TRAVELLERS:
                continue
            if token.lemma in self.lists.delegations:
                found.extend(self._leaders(sentence, token))
            elif mention is None:
                continue
            found.extend(each for each in self.roles.of_tokens(sentence, [token]) if not is_force(each))
        return coded(merge(found))

    def _leaders(self, sentence: Sentence, delegation: Token) -> tuple[Actor, ...]:
        """ "A delegation led by Energy Secretary X"."""
        found: list[Actor] = []
        for verb in sentence.children(delegation, "acl", "relcl"):
            if verb.lemma in self.lists.leading:
                found.extend(self.roles.of_tokens(sentence, subjects_of(sentence, verb)))
        return tuple(found)

    def is_group(self, sentence: Sentence, token: Token) -> bool:
        """ "The ministers", "their committee", "they": those who were told before."""
        if token.tag == "PRP":
            return token.lower == "they"
        dets = {child.lower for child in sentence.children(token, "det", "poss", "nummod")}
        return token.lemma in self.lists.groups and (bool(dets & (_DEFINITE | set(_COUNTS))))

    def states_told(self, sentence: Sentence, named: Iterable[str]) -> tuple[str, ...]:
        """The states of the meeting told last, else of the acts around."""
        wanted = list(named)
        before = self.drafts.states_before(wanted)
        return before or self.relations.around(sentence, wanted) or self.relations.pair(sentence, wanted)


class ActReader:
    """Reads the verbs and nouns of meetings."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.roles = ground.roles
        self.relations = ground.relations
        self.words = ground.words
        self.lists = ground.lists

    def read(self, sentence: Sentence, token: Token) -> Act | None:
        """What the token tells, None where it is no meeting."""
        if token.pos in VERB_POS and token.dep not in ("aux", "auxpass"):
            return self._verb(sentence, token)
        if token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "nmod"):
            return self._noun(sentence, token)
        return None

    # -- verbs ------------------------------------------------------------------------------------------------------

    def _verb(self, sentence: Sentence, verb: Token) -> Act | None:
        if not self._is_meeting_verb(sentence, verb):
            return None
        lemma = lemma_of(sentence, verb)
        frame = verb_frame(sentence, verb)
        for form, prep in self.words.verbs.get(lemma, self.words.verbs.get(verb.lemma, ())):
            act = self._visit_or_meeting(sentence, frame, form, prep)
            if act is not None:
                return act
        return None

    def _visit_or_meeting(self, sentence: Sentence, frame: Frame, form: str, prep: str) -> Act | None:
        verb = frame.trigger
        agents = frame.agents or _subjects_over(sentence, verb)
        goes = verb.lemma in self.lists.goes
        hosts = self.ground.travellers(sentence, agents) if goes else self._hosts(sentence, agents)
        sides = frame.preps.get(prep, ()) if prep else frame.objects
        others = self._others(sentence, verb, sides, prep)
        if not prep:
            others = merge((*others, *self.roles.of_tokens(sentence, frame.preps.get("with", ()))))
        actors = coded(merge((*hosts, *others)))
        states = {actor.country for actor in actors if actor.country}
        if form == "meeting" and not sides:
            told = self._told(sentence, frame, agents, states)
            if told:
                return Act(form, tuple(each for each in actors if each.country in told), told)
        if form == "visit" and prep and not sides:
            # "Will fly alongside Norway": to nowhere and with nobody.
            return None
        if form == "visit" and prep and hosts and all(is_force(each) for each in hosts):
            return None
        if hosts and len(states) > 1:
            return Act(form, actors)
        if hosts and form == "visit" and prep:
            towns = self.ground.place_states(sentence, sides)
            if towns and not set(towns) & states:
                return Act(form, actors, towns)
        if form == "meeting" and len(states) == 1 and self._is_cabinet(sentence, agents):
            return Act(form, actors, inside=True)
        return None

    def _hosts(self, sentence: Sentence, agents: Sequence[Token]) -> tuple[Actor, ...]:
        found = self.roles.of_tokens(sentence, agents)
        leaders = [
            each
            for token in agents
            if token.lemma in self.lists.delegations
            for each in self.ground.travellers(sentence, [token])
        ]
        return merge((*leaders, *found))

    def _others(self, sentence: Sentence, verb: Token, sides: Sequence[Token], prep: str) -> tuple[Actor, ...]:
        if verb.lemma in self.lists.persons_only and not prep:
            return tuple(each for each in self.roles.heads_only(sentence, sides) if each.role or each.name)
        return self.roles.of_tokens(sentence, sides)

    def _is_meeting_verb(self, sentence: Sentence, verb: Token) -> bool:
        """No "called on Kenya to act", no "spoke with" but by telephone."""
        if verb.lemma == "call":
            return sentence.child(verb, "xcomp", "ccomp", "acl", "oprd") is None and not any(
                child.lower == "to" for each in sentence.subtree(verb) for child in sentence.children(each, "aux")
            )
        if verb.lemma in ("speak", "talk"):
            preps = prep_objects(sentence, verb)
            return any(each.lemma in self.lists.phones for prep in ("by", "on", "over") for each in preps.get(prep, ()))
        return True

    def _told(
        self, sentence: Sentence, frame: Frame, agents: Sequence[Token], states: set[str]
    ) -> tuple[str, ...]:
        """ "The two sides will meet", "the committee will meet next in Lima": the states of those told before."""
        counted = self._group(sentence, agents, states)
        if counted is not None:
            return counted
        again = any(child.lower in self.lists.again for child in sentence.children(frame.trigger, "advmod", "npadvmod"))
        group = bool(agents) and all(self.ground.is_group(sentence, token) for token in agents)
        pronoun = bool(agents) and agents[0].tag == "PRP"
        if not group or not (again or pronoun or len(states) < 2):
            return ()
        before = self.ground.drafts.states_before()
        towns = self.ground.place_states(sentence, frame.preps.get("in", ()))
        if again and before:
            return before if len(states) < len(before) or states <= set(before) else ()
        if pronoun:
            # "Managua, where they are to meet": those who met before, where the place is one of theirs.
            here = [where for where in self.ground.places if where.span.end <= frame.trigger.start]
            near = {where.country for where in here if sentence.start <= where.span.start}
            return before if before and (set(towns) | near) & set(before) and not states >= set(before) else ()
        if not self._is_set(sentence, frame):
            return ()
        return self.ground.states_told(sentence, states)

    def _is_set(self, sentence: Sentence, frame: Frame) -> bool:
        """Whether a place or day of its own is told."""
        return any(prep in frame.preps for prep in _SETTING) or bool(sentence.children(frame.trigger, "npadvmod"))

    def _group(self, sentence: Sentence, tokens: Sequence[Token], states: set[str]) -> tuple[str, ...] | None:
        """ "The two sides will meet", "the three ministers met again": the states of a group of that number; () where
        none is told, None where no number is."""
        for token in tokens:
            phrase = sentence.subtree(token)[:LONGEST_GROUP]
            count = next((_COUNTS[each.lower] for each in phrase if each.lower in _COUNTS), None)
            if count is not None and (len(states) != count or not states):
                found = self.relations.counted(sentence, count)
                return found if len(found) == count else ()
        return None

    def _is_cabinet(self, sentence: Sentence, tokens: Sequence[Token]) -> bool:
        return any(token.lemma in self.lists.cabinets for token in tokens)

    # -- nouns ------------------------------------------------------------------------------------------------------

    def _noun(self, sentence: Sentence, noun: Token) -> Act | None:
        if self.roles.mention_at(sentence, noun) is not None:
            return None
        for lemma in (*reversed(phrase_lemmas(sentence, noun)), noun.lower):
            if lemma not in self.words.nouns:
                continue
            actors = self.noun_actors(sentence, noun)
            known = self._known(sentence, noun, actors)
            one = len({each.country for each in actors if each.country}) == 1
            inside = one and self._is_inside(sentence, noun, actors)
            if actors or known:
                return Act(self.words.nouns[lemma], actors, known, self._is_fixed(sentence, noun), inside)
            return None
        return None

    def _is_fixed(self, sentence: Sentence, noun: Token) -> bool:
        """ "The next round is set for May"."""
        above = sentence.head(noun)
        fixed = noun.dep in ("nsubj", "nsubjpass") and above.lemma in self.lists.fixing
        due = any(child.lower in self.lists.due for child in sentence.children(above, "acomp"))
        return fixed or (noun.dep == "nsubj" and due)

    def _is_inside(self, sentence: Sentence, noun: Token, actors: Sequence[Actor]) -> bool:
        """Whether a body or several office-holders of one government meet: "a cabinet meeting", "A, B and C met"."""
        words = {each.lemma for each in sentence.subtree(noun)}
        above = sentence.head(noun)
        around = {each.lemma for each in subjects_of(sentence, above)} if above.pos in VERB_POS else set()
        roles = {(each.role, each.name) for each in actors if each.role}
        of_ministers = [
            each
            for prep in sentence.children(noun, "prep")
            if prep.lower in ("of", "between")
            for each in sentence.children(prep, "pobj")
            for one in sentence.conjuncts(each)
            if one.lemma == "minister" and one.tag in ("NNS", "NNPS")
        ]
        if of_ministers:
            return True
        if around_joint(sentence, noun) or above.lemma == "host":
            return False
        said = "inter-ministerial" in {each.lower for each in sentence.subtree(noun)} or "inter" in words
        return bool((words | around) & self.lists.cabinets) or len(roles) > 1 or said

    def _known(self, sentence: Sentence, noun: Token, actors: Sequence[Actor]) -> tuple[str, ...]:
        """The states of talks that name none or one: those that the passage is about, where place and time are told."""
        named = [actor.country for actor in actors if actor.country and actor.country != "IGO"]
        definite = noun.lemma in self.lists.needs_time and len(set(named)) < 2
        if not definite:
            return ()
        if self._is_fixed(sentence, noun) or self._held_by_group(sentence, noun):
            return self.ground.states_told(sentence, named)
        if not self._has_setting(sentence, noun):
            return ()
        if noun.dep == "pobj" and actors:
            return ()
        return self.relations.around(sentence, named) or self.relations.pair(sentence, named)

    def _held_by_group(self, sentence: Sentence, noun: Token) -> bool:
        """ "The committee will hold its next session in Lima"."""
        above = sentence.head(noun)
        if noun.dep != "dobj" or above.lemma not in self.lists.light:
            return False
        subjects = subjects_of(sentence, above)
        set_ = bool(_SETTING & set(prep_objects(sentence, above)) or _SETTING & set(prep_objects(sentence, noun)))
        return set_ and bool(subjects) and all(token.lemma in self.lists.groups for token in subjects)

    def _has_setting(self, sentence: Sentence, noun: Token) -> bool:
        """Whether the talks were held: a place or day of their own, or a verb of beginning and ending over them."""
        above = sentence.head(noun)
        holders = [noun, *sentence.children(noun, "acl")]
        if noun.dep in ("nsubj", "nsubjpass") and above.lemma in self.lists.light:
            holders.append(above)
        preps = {prep for each in holders for prep in prep_objects(sentence, each)}
        return noun.dep != "dobj" and "in" in preps

    def noun_actors(self, sentence: Sentence, noun: Token) -> tuple[Actor, ...]:
        """Who is said to meet by the words around a noun."""
        tokens: list[Token] = []
        for each in chain(sentence, noun):
            frame = noun_frame(sentence, each)
            tokens += frame.agents
            for prep in _WITH:
                tokens += [one for one in frame.preps.get(prep, ()) if one is not noun]
        found = [*self._whose(sentence, tokens), *self.roles.of_tokens(sentence, tokens)]
        for child in sentence.children(noun, "compound", "amod", "nmod"):
            mention = self.roles.mention_at(sentence, child)
            found += mention.actors if mention is not None else ()
        carried = carrier(sentence, noun)
        above = sentence.head(carried)
        via = carried.dep
        if carried.dep == "pobj":
            via, above = above.lower, sentence.head(above)
        if above.pos in VERB_POS and (via == "dobj" or via in self.lists.during):
            found += self._verb_actors(sentence, above, via)
        if via in _BEHIND and len({each.country for each in found if each.country}) < 2:
            # "Chad and Niger agreed to let observers in, after three days of talks".
            found += self.roles.of_tokens(sentence, subjects_of(sentence, sentence.root))
        for verb in sentence.children(noun, "acl", "relcl"):
            if verb.lemma in self.words.chair or verb.lemma in self.words.attend or verb.lemma == "hold":
                found += self.roles.of_tokens(sentence, self._attending(sentence, verb))
                found += self.roles.of_tokens(sentence, prep_objects(sentence, verb).get("between", ()))
        return coded(merge(found))

    def _whose(self, sentence: Sentence, tokens: Sequence[Token]) -> tuple[Actor, ...]:
        """The person whose counterpart comes: "talks with his Lao counterpart"."""
        owners = [child for token in tokens for child in sentence.children(token, "poss") if child.tag == "PRP$"]
        return self.roles.heads_only(sentence, owners)

    def _attending(self, sentence: Sentence, verb: Token) -> tuple[Token, ...]:
        """Who chairs or attends: "chaired by A and attended by B, C and D"."""
        comes = self.words.attend | self.words.chair
        joined = [each for each in sentence.children(verb, "conj") if each.lemma in comes]
        return tuple(token for each in (verb, *joined) for token in subjects_of(sentence, each))

    def _verb_actors(self, sentence: Sentence, verb: Token, via: str) -> tuple[Actor, ...]:
        """Who holds, attends or chairs the meeting, or says something during it."""
        light = via == "dobj" and (verb.lemma in self.lists.light | self.words.chair | self.words.attend)
        if via == "dobj" and not light:
            return ()
        found = self.roles.of_tokens(sentence, subjects_of(sentence, verb))
        preps = prep_objects(sentence, verb)
        if light:
            found += self.roles.of_tokens(sentence, (*preps.get("with", ()), *preps.get("to", ())))
        elif verb.lemma in self.lists.telling:
            found += self.roles.heads_only(sentence, patients_of(sentence, verb))
        return found


def around_joint(sentence: Sentence, noun: Token) -> bool:
    """Whether a body of several states meets: "the joint commission will hold its session"."""
    above = sentence.head(noun)
    holders = subjects_of(sentence, above) if above.pos in VERB_POS else ()
    return any(each.lower in _JOINT for holder in (noun, *holders) for each in sentence.subtree(holder))


def is_force(actor: Actor) -> bool:
    """Whether soldiers or police without a name are meant: what they do abroad is no visit."""
    return not actor.name and not actor.role and bool(set(actor.sectors[:1]) & _FORCES)


def _subjects_over(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """ "The ministers are due to meet": the subject stands at the verb over the adjective."""
    above = sentence.head(verb)
    return subjects_of(sentence, sentence.head(above)) if verb.dep == "xcomp" and above.dep == "acomp" else ()
