"""Find events: acts with actors become Event findings, with date, place, contexts and attribution.

In: article, Parsed, Mentions, dates, places, claims. Out: Events, the weak ones too; the check stage accepts or
refuses. Refuses nothing here: an event without an actor goes on, so that its reason is kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..actors.mention import Mention
from ..model.reader import load_reader
from ..ontology import EventType, load_ontology
from ..parse.tokens import Parsed, Sentence, Token
from ..record import Actor, Article, Claim, Event, When, Where, digest
from ..stage import Stage
from .candidates import Candidate, CandidateMaker, with_recipients
from .chain import Link, find_chain
from .contexts import find_contexts
from .dyad import Completer, find_deal, find_dyad
from .frames import has_adverb_link, prep_objects
from .lexicon import ActLexicon, load_act_lexicon
from .read import PairReader, read_acts
from .roles import BODIES, Roles, codes, is_coded, is_place_mention, merge
from .setting import attach, in_sentence, is_moment, is_setting_place, nearest_act
from .triggers import Trigger, find_triggers, fits, operator_triggers
from .weigh import Weigher, asked_of

# Acts of words: the speaker's own are facts, even when told inside the quote that makes them.
_VERBAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
# Acts of words and relations are always to somebody, whom news often names a sentence before. On the development pages
# that link was right in 17 of 19 cases for these types, in 2 of 9 for help, promises and violence, which stay without.
_TO_SOMEBODY = frozenset(
    {"REJECT", "ACCUSE", "THREATEN", "REQUEST", "SANCTION", "COERCE", "CONCEDE", "SUPPORT", "MOBILIZE"}
)
# Acts that answer to something told before.
_REACTIONS = frozenset({"REJECT", "SUPPORT", "CONCEDE"})
# How many acts before it a reaction may answer to.
LAST_TOLD = 6
# How many sentences back the other state of an act may be named.
CONTEXT_REACH = 2
_HOSTILE_QUAD = "material conflict"
# Acts so named in the lexicon only catch what the same word does not tell as an operator.
BARE = "bare-"
SIGNED = "057"
# A charge read out of a speaker's account of a hostile act.
CHARGE_CODE = "112"
CHARGE_CONFIDENCE = 0.6
# An act more than this many days before publication is background of another time.
HISTORY_DAYS = 365
# The probability from which the model gives a passage a context.
CONTEXT_LEAST = 0.5


class EventFinder:
    """Finds the events of one article."""

    def __init__(
        self,
        article: Article,
        parsed: Parsed,
        mentions: Sequence[Mention],
        dates: Sequence[When],
        places: Sequence[Where],
        claims: Sequence[Claim],
        lexicon: ActLexicon,
        reader: PairReader | None = None,
    ) -> None:
        """`reader` None: by the rules alone."""
        self.reader = reader
        self.article = article
        self.parsed = parsed
        self.dates = dates
        self.places = places
        self.lexicon = lexicon
        self.ontology: dict[str, EventType] = load_ontology()
        self.roles = Roles(mentions, claims)
        self.maker = CandidateMaker(lexicon, self.roles)
        self.last_hostile: Candidate | None = None
        self.told: list[Candidate] = []

    def find(self) -> tuple[Event, ...]:
        """The events in order of the text."""
        events: list[Event] = []
        for sentence in self.parsed.sentences:
            events.extend(self._sentence_events(sentence))
        if self.reader is not None:
            events = self._read(events, self.reader)
        dyad = find_dyad(self.parsed, self.roles) or find_deal(events)
        return tuple(
            events if dyad is None else Completer(self.parsed, self.roles, self.lexicon, dyad).complete(events)
        )

    def _read(self, events: list[Event], reader: PairReader) -> list[Event]:
        """The events after the model has read the sentences too."""
        known = [
            pair
            for event in events
            if (sentence := self.parsed.sentence_at(event.trigger.start)) is not None
            for pair in asked_of(event, sentence)
        ]
        acts = read_acts(self.parsed, known, reader, context_least=CONTEXT_LEAST, mentions=self.roles.in_sentence)
        weigher = Weigher(self.article, self.parsed, self.roles, self.ontology, self._setting)
        return weigher.weigh(events, acts)

    def _setting(self, sentence: Sentence, act: Token) -> tuple[When | None, Where | None]:
        """The date and place that hang on an act that only the model told."""
        acts = frozenset({act.index} | {token.index for token in sentence.tokens if token.pos == "VERB"})
        own = frozenset({act.index})
        moments = [each for each in in_sentence(sentence, self.dates) if is_moment(each)]
        settings = [each for each in in_sentence(sentence, self.places) if is_setting_place(sentence, each)]
        return attach(sentence, moments, acts, own), attach(sentence, settings, acts, own)

    def _sentence_events(self, sentence: Sentence) -> list[Event]:
        triggers = list(find_triggers(sentence, self.lexicon, self.roles))
        chained = [(trigger, find_chain(sentence, trigger.token, self.lexicon)) for trigger in triggers]
        candidates = self._candidates(sentence, chained)
        used = frozenset(token.index for candidate in candidates for token in candidate.tops)
        told = used | {trigger.token.index for trigger in triggers}
        alone = [
            (trigger, find_chain(sentence, trigger.token, self.lexicon))
            for trigger in operator_triggers(sentence, self.lexicon, told)
        ]
        candidates += self._candidates(sentence, alone)
        acts = told | {token.index for candidate in candidates for token in candidate.tops}
        events: list[Event] = []
        for candidate in sorted(candidates, key=lambda each: each.trigger.token.index):
            candidate = self._in_context(self._reacting(self._under_agreement(self._answered(candidate))))
            event = self._event(candidate, acts)
            if event is not None:
                events.append(event)
                self._remember(candidate, event)
        return events + [charge for event in events if (charge := self._charge(event, events)) is not None]

    def _candidates(self, sentence: Sentence, chained: list[tuple[Trigger, tuple[Link, ...]]]) -> list[Candidate]:
        """The candidates of triggers with their chains."""
        shaping = {link.token.index for _, chain in chained for link in chain}
        # "Signed agreements to increase trade": the signing is the act, what was agreed tells no second one.
        signed = {each.index for trigger, _ in chained if trigger.act.code == SIGNED for each in trigger.objects}
        found: list[Candidate] = []
        for trigger, chain in chained:
            if any(link.token.index in signed for link in chain):
                continue
            # A bare act ("appealed") stands only where the word shapes no act below it.
            if trigger.act.id.startswith(BARE) and trigger.token.index in shaping:
                continue
            candidate = self.maker.make(sentence, trigger, chain)
            if candidate is not None:
                found.append(candidate)
        return found

    def _answered(self, candidate: Candidate) -> Candidate:
        """An answer ("responded in self-defence") is to whoever did the hostile act told last before it."""
        act, last = candidate.trigger.act, self.last_hostile
        if not act.reply or candidate.recipients or last is None or not candidate.sources:
            return candidate
        near = candidate.sentence.index - last.sentence.index <= CONTEXT_REACH
        authors = tuple(each for each in last.sources if each.code not in codes(candidate.sources))
        return with_recipients(candidate, authors, "answer") if near and authors else candidate

    def _in_context(self, candidate: Candidate) -> Candidate:
        """An act of words or relations without a recipient is to the one other state that its sentence names, or that
        the sentences just before it are about."""
        own = set(codes(candidate.sources))
        if candidate.recipients or len(own) != 1 or not self._needs_other(candidate):
            return candidate
        if candidate.trigger.act.id.startswith("only-") and not candidate.trigger.act.id.endswith(("offer", "refuse")):
            return candidate
        if self._names_its_patient(candidate):
            return candidate
        for back in range(CONTEXT_REACH + 1):
            index = candidate.sentence.index - back
            if index < 0:
                break
            sentence = self.parsed.sentences[index]
            if (
                sentence.region is not candidate.sentence.region
                or candidate.sentence.paragraph - sentence.paragraph > 1
            ):
                break
            others = [
                actor
                for mention in self.roles.in_sentence(sentence)
                for actor in mention.actors
                if actor.country and actor.country not in own and not is_place_mention(sentence, mention)
            ]
            # Where a state and a body are named, the other side of a relation of states is the state.
            states = [actor for actor in others if actor.country not in BODIES] or others
            if len(set(codes(states))) == 1:
                return with_recipients(candidate, merge(states)[:1], "context")
            if others:
                break
        return candidate

    def _names_its_patient(self, candidate: Candidate) -> bool:
        """ "Police arrested dozens of protesters": whom an act of force meets is told, though no state is proven."""
        if self.ontology[self.lexicon.types[candidate.code][0]].quad != _HOSTILE_QUAD:
            return False
        return bool(self.roles.heads_only(candidate.sentence, candidate.trigger.objects))

    def _needs_other(self, candidate: Candidate) -> bool:
        return self.lexicon.types[candidate.code][0] in _TO_SOMEBODY

    def _under_agreement(self, candidate: Candidate) -> Candidate:
        """ "Under the agreement, Hungary will pay": what an agreement binds one side to do is for the other."""
        own = set(codes(candidate.sources))
        if candidate.recipients or len(own) != 1:
            return candidate
        under = prep_objects(candidate.sentence, candidate.tops[-1]).get("under", ())
        if not any(fits(candidate.sentence, token, ("@agreement",), self.lexicon) for token in under):
            return candidate
        for told in reversed(self.told[-LAST_TOLD:]):
            parties = merge((*told.sources, *told.recipients))
            if told.mutual and own < set(codes(parties)):
                others = tuple(each for each in parties if each.code not in own)
                return with_recipients(candidate, others, "agreement")
        return candidate

    def _reacting(self, candidate: Candidate) -> Candidate:
        """A refusal or praise without a recipient reacts to what was told just before: to those who did it to the one
        that reacts, or to both sides of an agreement or meeting of others."""
        own = set(codes(candidate.sources))
        kind = self.lexicon.types[candidate.code][0]
        if candidate.recipients or kind not in _REACTIONS or len(own) != 1:
            return candidate
        for told in reversed(self.told[-LAST_TOLD:]):
            if candidate.sentence.index - told.sentence.index > CONTEXT_REACH:
                break
            actors, recipients = codes(told.sources), codes(told.recipients)
            if own & set(actors):
                continue
            answers = own <= set(recipients)
            together = told.mutual or not recipients
            others_deal = kind == "SUPPORT" and together and len(set(actors) | set(recipients)) > 1
            if answers or others_deal:
                sides = told.sources if answers else merge((*told.sources, *told.recipients))
                return with_recipients(candidate, sides, "reaction")
        return candidate

    def _remember(self, candidate: Candidate, event: Event) -> None:
        self.told.append(candidate)
        if event.quad == _HOSTILE_QUAD and candidate.sources:
            self.last_hostile = candidate

    def _event(self, candidate: Candidate, acts: frozenset[int]) -> Event | None:
        type_name, table_mode = self.lexicon.types[candidate.code]
        if not type_name:
            return None
        kind = self._kind(type_name, candidate.mode)
        mode = candidate.mode if candidate.mode in kind.modes else table_mode or None
        mode = mode if mode in kind.modes else None
        sentence, own = candidate.sentence, frozenset(token.index for token in candidate.tops)
        date = self._date(candidate, acts, own)
        settings = [each for each in in_sentence(sentence, self.places) if is_setting_place(sentence, each)]
        place = attach(sentence, settings, acts, own)
        actors, recipients = self._sides(candidate, kind)
        trigger = self.parsed.span([candidate.trigger.token])
        evidence = self.parsed.sentence_span(sentence)
        return Event(
            digest(self.article.id, "event", trigger.start, candidate.code, *codes(actors), "/", *codes(recipients)),
            type_name,
            mode,
            candidate.code,
            find_contexts(sentence),
            kind.quad,
            kind.score_of(mode),
            self._realis(candidate, date),
            candidate.confidence,
            actors,
            recipients,
            date,
            place,
            self._attribution(candidate, kind, actors, trigger.start),
            evidence,
            trigger,
            candidate.rule,
        )

    def _date(self, candidate: Candidate, acts: frozenset[int], own: frozenset[int]) -> When | None:
        """The date that hangs on the act; in a clause of place or time ("in April, where both signed") that of the act
        which the clause hangs on."""
        sentence = candidate.sentence
        moments = [each for each in in_sentence(sentence, self.dates) if is_moment(each)]
        date = attach(sentence, moments, acts, own)
        if date is not None:
            return date
        top = candidate.tops[-1]
        for token in (top, *sentence.ancestors(top)):
            if token.dep == "relcl" and has_adverb_link(sentence, token):
                over = nearest_act(sentence, sentence.head(token), acts)
                return attach(sentence, moments, acts, frozenset({over})) if over is not None else None
        return None

    def _kind(self, type_name: str, mode: str | None) -> EventType:
        """The type of a code, or the one type that owns the act's mode where the code's type has none such."""
        kind = self.ontology[type_name]
        if mode is None or mode in kind.modes:
            return kind
        owners = [each for each in self.ontology.values() if mode in each.modes]
        return owners[0] if len(owners) == 1 else kind

    def _sides(self, candidate: Candidate, kind: EventType) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
        sources = merge(candidate.sources)
        recipients = merge(each for each in candidate.recipients if each not in sources)
        if candidate.mutual:
            return merge((*sources, *recipients)), ()
        return sources, recipients

    def _realis(self, candidate: Candidate, date: When | None) -> str:
        published = self.article.published
        if candidate.realis != "actual" or date is None or date.end is None or published is None:
            return candidate.realis
        return "historical" if _days_between(date.end, published) > HISTORY_DAYS else "actual"

    def _attribution(
        self, candidate: Candidate, kind: EventType, actors: tuple[Actor, ...], offset: int
    ) -> Actor | None:
        if candidate.accuser is not None and is_coded(candidate.accuser):
            return candidate.accuser
        claim = self.roles.claim_at(offset)
        speaker = claim.speaker if claim is not None else None
        if speaker is None:
            return None
        own_words = speaker.country is not None and speaker.country in codes(actors)
        return None if own_words and kind.name in _VERBAL else speaker

    def _charge(self, event: Event, events: list[Event]) -> Event | None:
        """A speaker who tells that another state did a hostile act charges it with that act."""
        speaker = event.attribution
        if (
            speaker is None
            or not speaker.country
            or event.quad != _HOSTILE_QUAD
            or event.realis not in ("actual", "historical")
        ):
            return None
        accused = tuple(each for each in event.actors if each.country and each.country != speaker.country)
        claim = self.roles.claim_at(event.trigger.start)
        if claim is None or not claim.quote:
            return None
        if not accused or not any(each.country == speaker.country for each in event.recipients) and event.recipients:
            return None
        if any(each.type == "ACCUSE" and speaker.code in codes(each.actors) for each in events):
            return None
        kind = self.ontology["ACCUSE"]
        return Event(
            digest(self.article.id, "event", event.trigger.start, CHARGE_CODE, speaker.code, "/", *codes(accused)),
            kind.name,
            "allege",
            CHARGE_CODE,
            event.contexts,
            kind.quad,
            kind.score_of("allege"),
            "actual",
            CHARGE_CONFIDENCE,
            (speaker,),
            accused,
            None,
            None,
            None,
            event.evidence,
            event.trigger,
            f"charge<{event.rule}",
        )


def _days_between(earlier: str, later: str) -> int:
    from datetime import date

    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def stage(*, with_model: bool = True) -> Stage:
    """The events stage; loads its lexicons and the model on the first article. Without the model: by rules alone."""
    return Stage(
        "events",
        ("article", "parsed", "mentions", "dates", "places", "claims"),
        ("events",),
        lambda article, parsed, mentions, dates, places, claims: EventFinder(
            article, parsed, mentions, dates, places, claims, load_act_lexicon(), load_reader() if with_model else None
        ).find(),
    )
