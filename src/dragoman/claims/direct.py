"""Find direct speech: quotes of the body with their speakers become Drafts.

In: a Passage. Out: one Draft for each quote that is a statement, its speaker from the verb of speech beside it,
the sentence around it, or the quote before it. Refuses: titles, names of things and scare quotes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from ..actors.mention import Mention
from ..parse.tokens import Quote, Sentence, Token
from .beside import name_behind_copula, name_source, name_speaker_beside, name_teller
from .nominal import find_owner
from .passage import TERMINALS, Draft, Passage, Word
from .speaker import find_subject, name_mention

MIN_WORDS = 4  # a part of a sentence in marks says something from so many words on
INNER_MARKS = "'’”\""
BREAKS = ",?!…—–-"  # a quote that ends so leaves its sentence to go on
SENTENCE_ENDS = ".?!…"
FINITE = frozenset({"VB", "VBD", "VBP", "VBZ", "MD"})
GAP = 8  # characters before a quote that show whether a sentence ended there
CLOSING_FORMS = frozenset(
    {"said", "says", "read", "reads"}
)  # at the end of a sentence behind a quote, whatever the tag
UNKNOWN_RULES = frozenset({"quote-alone", "quote-continued", "quote-carried"})  # rules that may leave the speaker open
QUOTING = frozenset({"statement", "quote_only", "act", "quoted", "characterise", "deny", "rebut"})
HOLDING = frozenset({"statement", "act", "characterise", "quoted", "accuse", "blame"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who a quote belongs to (None where unknown) and the rule that shows it."""

    speaker: Mention | None
    rule: str


def find_direct(passage: Passage) -> list[Draft]:
    """A Draft for every quote of the body that is a statement, in order."""
    drafts: list[Draft] = []
    previous: Quote | None = None
    for quote in passage.quotes:
        last = drafts[-1] if drafts else None
        continues = previous is not None and previous.continued and last is not None
        found = _attribute(passage, quote, last, continues=continues and _opens_paragraph(passage, quote))
        if found is not None:
            drafts.append(_make_draft(passage, quote, found))
        previous = quote
    return _fill_backwards(passage, drafts)


def _make_draft(passage: Passage, quote: Quote, found: Attribution) -> Draft:
    sentence = passage.parsed.sentence_at(quote.inner.start)
    return Draft(
        quote.inner, found.speaker, True, found.rule, -1 if sentence is None else sentence.index, quote.paragraph
    )


def _attribute(passage: Passage, quote: Quote, last: Draft | None, *, continues: bool) -> Attribution | None:
    """What the quote is: the rules from the surest to the weakest; None where it is no statement."""
    after = _from_words_after(passage, quote)
    if after is not None:
        return after
    if continues and last is not None:
        return Attribution(last.speaker, "quote-continued")
    if last is not None and _goes_on(passage, quote, last):
        return Attribution(last.speaker, "said-before-quote")
    if starts_sentence(passage, quote):
        if ends_sentence(passage, quote):
            return _from_what_precedes(passage, quote, last)
        return _from_clause(passage, quote)
    return _from_words_before(passage, quote, last) or _from_clause(passage, quote)


def _goes_on(passage: Passage, quote: Quote, last: Draft) -> bool:
    """Whether the quote takes up, behind a comma, the one that its sentence began with: “a,” said X, who ..., “b”."""
    sentence = passage.parsed.sentence_at(quote.inner.start)
    before = passage.parsed.text[last.span.end : quote.outer.start]
    return (
        sentence is not None
        and sentence.index == last.sentence
        and last.rule == "said-after-quote"
        and last.span.text[-1] in BREAKS
        and before.rstrip().endswith(",")
        and quote.inner.text[:1].islower()
        and is_statement(passage, quote)
    )


def _opens_paragraph(passage: Passage, quote: Quote) -> bool:
    return passage.words[quote.paragraph][0].token.start >= quote.outer.start


def starts_sentence(passage: Passage, quote: Quote) -> bool:
    """Whether a sentence of the text begins with the quote."""
    start = max(passage.words[quote.paragraph][0].token.start, quote.outer.start - GAP)
    before = passage.parsed.text[start : quote.outer.start].rstrip() if start < quote.outer.start else ""
    return not before or before.rstrip("”\"’'»")[-1:] in tuple(SENTENCE_ENDS)


def ends_sentence(passage: Passage, quote: Quote) -> bool:
    """Whether a sentence of the text ends with the quote."""
    behind = passage.parsed.text[quote.outer.end : quote.outer.end + 3].lstrip(" ")
    return _last_mark(quote) in SENTENCE_ENDS or not behind or behind[0] in ".?!\n\r"


def _from_words_after(passage: Passage, quote: Quote) -> Attribution | None:
    """“...,” X said / said X / according to X."""
    words = passage.words_after(quote)
    comma = bool(words) and words[0].token.text == ","
    words = words[1:] if comma else words
    if not words or not (comma or _leads_on(quote, words)):
        return None
    texts = [word.token.lower for word in words]
    if texts[:2] == ["according", "to"]:
        return Attribution(name_source(passage, words[1]), "according-to-quote")
    if not starts_sentence(passage, quote) and not is_statement(passage, quote):
        return None
    at = _verb_at(passage, words, QUOTING)
    if at is None:
        at = _any_verb_at(passage, quote, words)
    if at is None:
        found = name_behind_copula(passage, words) if starts_sentence(passage, quote) else None
        return Attribution(found, "said-after-quote") if found is not None else None
    if not comma and _last_mark(quote) not in BREAKS and at > len(words) // 2 + MIN_WORDS:
        return None
    return Attribution(name_speaker_beside(passage, words, at), "said-after-quote")


def _last_mark(quote: Quote) -> str:
    """The last character of the quote, marks of a quote within it left out."""
    return (quote.inner.text.rstrip(INNER_MARKS) or quote.inner.text)[-1]


def _any_verb_at(passage: Passage, quote: Quote, words: Sequence[Word]) -> int | None:
    """Where the verb of “...,” he smiled stands: behind a whole sentence in marks any verb with a subject tells who."""
    if not starts_sentence(passage, quote) or len(quote.inner.text.split()) < MIN_WORDS or is_title(quote.inner.text):
        return None
    for at, word in enumerate(words):
        verb = word.token
        if verb.pos != "VERB" or verb.dep not in ("ROOT", "ccomp", "parataxis") or verb.tag not in ("VBD", "VBZ"):
            continue
        subject = find_subject(passage, word.sentence, verb)
        beside = subject is not None and not passage.is_spoken(subject) and subject.tag not in ("NNS", "NNPS")
        if not beside or subject is None or _is_unsaid(word.sentence, verb):
            return None
        mention = name_mention(passage, word.sentence, subject)
        return at if mention is not None and mention.actors else None
    return None


def _leads_on(quote: Quote, words: Sequence[Word]) -> bool:
    """Whether the sentence goes on behind the closing mark although no comma follows the mark."""
    if _last_mark(quote) in BREAKS:
        return True
    # “We are ready.” he said: only a lower-case word shows that the sentence goes on.
    return _last_mark(quote) == "." and words[0].token.text[:1].islower()


def _verb_at(passage: Passage, words: Sequence[Word], classes: frozenset[str]) -> int | None:
    """Where the first verb of speech stands that is no infinitive, is not negated, and describes nobody."""
    found: int | None = None
    for at, word in enumerate(words):
        closing = at == len(words) - 1 and word.token.lower in CLOSING_FORMS
        if not closing and (passage.verb_class(word.token) not in classes or _is_unsaid(word.sentence, word.token)):
            continue
        if word.token.dep not in ("relcl", "acl"):
            return at
        found = at if found is None else found
    return found


def _is_unsaid(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb tells that nothing was said: negated, or an infinitive."""
    if sentence.child(verb, "neg") is not None:
        return True
    auxiliary = next((child for child in sentence.children(verb, "aux") if child.lower == "to"), None)
    return auxiliary is not None and sentence.head(verb).lemma not in ("go", "continue", "proceed")


def _from_words_before(passage: Passage, quote: Quote, last: Draft | None) -> Attribution | None:
    """X said: “...” / X said, “...” / “a,” X said, “b”."""
    words = passage.words_before(quote.paragraph, quote.outer.start)
    if not words:
        return None
    mark = words[-1].token.text
    mark = mark if mark in (":", ",") else ""
    at = _last_verb_at(passage, words)
    if at is None:
        return _from_colon(passage, words, last) if mark == ":" else None
    between = words[at + 1 :]
    carries_clause = any(word.token.pos in ("VERB", "AUX") for word in between)
    named = passage.verb_class(words[at].token) == "characterise"
    if mark != ":" and (carries_clause or named or (between and not mark)):
        return None
    if not mark and (is_title(quote.inner.text) or not quote.inner.text[:1].isupper()):
        return None
    return Attribution(name_speaker_beside(passage, words, at), "said-before-quote")


def _puts_it(word: Word) -> bool:
    """Whether the words are "X put it", as good as "X said"."""
    below = word.sentence.child(word.token, "dobj")
    return word.token.lemma.lower() == "put" and below is not None and below.lower in ("it", "this")


def _last_verb_at(passage: Passage, words: Sequence[Word]) -> int | None:
    for at in range(len(words) - 1, -1, -1):
        token = words[at].token
        said = passage.verb_class(token) in QUOTING or _puts_it(words[at])
        if said and not _is_unsaid(words[at].sentence, token):
            return at
    return None


def _from_colon(passage: Passage, words: Sequence[Word], last: Draft | None) -> Attribution | None:
    """X was blunt: “...” / X: “...” / Then, more softly: “...”"""
    sentence = words[0].sentence
    for mention in passage.mentions_by_sentence.get(sentence.index, []):
        if mention.first == words[0].token.index and mention.last == words[-1].token.index - 1:
            return Attribution(mention, "colon-quote")
    for word in words:
        main = word.sentence.head(word.token).dep in ("ROOT", "ccomp", "conj")
        if word.token.dep in ("nsubj", "nsubjpass") and main:
            named = name_mention(passage, word.sentence, word.token)
            if (named is None or not named.actors) and word.token.lemma.lower() in passage.speech.position:
                named = find_owner(passage, word.sentence, word.token)
            if named is not None or last is None or last.paragraph != word.sentence.paragraph:
                return Attribution(named, "colon-quote")
    same = last is not None and last.paragraph == sentence.paragraph
    return Attribution(last.speaker, "colon-quote") if last is not None and same else None


def _from_clause(passage: Passage, quote: Quote) -> Attribution | None:
    """X called it “a grave mistake for all”: a part of a clause in marks, held by a verb of speech."""
    if not is_statement(passage, quote) or is_name(passage, quote):
        return None
    held = _holding_verb(passage, quote)
    if held is not None:
        subject = find_subject(passage, held.sentence, held.token)
        if subject is None and held.token.dep not in ("ROOT", "conj", "ccomp"):
            return None
        if subject is None or passage.is_spoken(subject):
            return Attribution(None, "quote-in-clause")
        return Attribution(name_mention(passage, held.sentence, subject), "quote-in-clause")
    for words in (passage.words_before(quote.paragraph, quote.outer.start), passage.words_after(quote)):
        for word, following in zip(words, words[1:], strict=False):
            if word.token.lower == "according" and following.token.lower == "to":
                return Attribution(name_source(passage, following), "quote-in-clause")
            owner = _owner_of_words(following) if following.token.lower == "words" else None
            if owner is not None:
                return Attribution(name_mention(passage, following.sentence, owner), "quote-in-clause")
    return None


def _owner_of_words(words: Word) -> Token | None:
    """Whose words they are: "in her words", "in the words of the envoy"."""
    owner = words.sentence.child(words.token, "poss")
    if owner is not None:
        return owner
    of = next((child for child in words.sentence.children(words.token, "prep") if child.lower == "of"), None)
    return words.sentence.child(of, "pobj") if of is not None else None


def _holding_verb(passage: Passage, quote: Quote) -> Word | None:
    """The verb of speech that the words of the quote depend on; else the last one before it in its sentence."""
    sentence = passage.parsed.sentence_at(quote.inner.start)
    if sentence is not None:
        for token in sentence.between(quote.inner.start, quote.inner.end):
            head = sentence.head(token)
            if head.index == token.index or passage.quote_around(head.start) is quote:
                continue
            for above in (head, *sentence.ancestors(head)):
                if passage.verb_class(above) in (HOLDING | {"deny", "rebut"}) and not passage.is_spoken(above):
                    return None if not _may_hold(passage, sentence, above) else Word(sentence, above)
    words = passage.words_before(quote.paragraph, quote.outer.start)
    for word in reversed(words):
        if passage.verb_class(word.token) is not None:
            return word if _may_hold(passage, word.sentence, word.token) else None
    return None


def _may_hold(passage: Passage, sentence: Sentence, verb: Token) -> bool:
    """Whether what stands under the verb is what its subject says (not denies, nor leaves unsaid)."""
    kind = passage.verb_class(verb)
    # Who dismisses a thing as “...” says what follows "as".
    judges = kind == "rebut" and any(child.lower == "as" for child in sentence.children(verb, "prep"))
    return (kind in HOLDING or judges) and not _is_unsaid(sentence, verb)


def is_statement(passage: Passage, quote: Quote) -> bool:
    """Whether a part of a clause in marks is long enough to say something, or has a verb."""
    words = quote.inner.text.split()
    if len(words) >= MIN_WORDS:
        return True
    sentence = passage.parsed.sentence_at(quote.inner.start)
    inside = sentence.between(quote.inner.start, quote.inner.end) if sentence is not None else []
    return len(words) > 1 and any(token.pos in ("VERB", "AUX") and token.tag in FINITE for token in inside)


def is_title(text: str) -> bool:
    """Whether the words are spelled like a title: each one but the small ones with a capital."""
    words = [word for word in text.strip(",.!?").split() if len(word) > MIN_WORDS - 1 and word[0].isalpha()]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def is_name(passage: Passage, quote: Quote) -> bool:
    """Whether the quote names a thing: a title, a word such as "operation" before it, or a noun right behind it."""
    if is_title(quote.inner.text):
        return True
    before = passage.words_before(quote.paragraph, quote.outer.start)
    if before:
        word = before[-1]
        naming = word.token.lemma.lower() in passage.speech.named or word.token.lower in passage.speech.named
        called = word.token.lemma == "call" and word.sentence.child(word.token, "nsubj") is None
        if naming or (called and word.token.tag == "VBN"):
            return True
        if word.token.pos in ("DET", "PRON") and word.token.dep in ("det", "poss"):
            after = passage.words_after(quote)
            return bool(after) and after[0].token.pos in ("NOUN", "PROPN") and quote.inner.text[-1] not in ",.!?"
    return False


def _from_what_precedes(passage: Passage, quote: Quote, last: Draft | None) -> Attribution:
    """A quote that is a sentence of its own belongs to whoever speaks in the sentence before it."""
    paragraph, words = quote.paragraph, passage.words[quote.paragraph]
    offset = quote.outer.start
    if words[0].token.start >= offset:
        earlier = passage.paragraphs_before(paragraph, 1)
        if not earlier:
            return Attribution(None, "quote-alone")
        paragraph = earlier[0]
        offset = passage.words[paragraph][-1].token.end
    carried = "quote-carried" if paragraph == quote.paragraph else "quote-carried-over"
    if last is not None and last.paragraph == paragraph and _is_adjacent(passage, last.span.end, offset):
        return Attribution(last.speaker, carried)
    before = _words_of_sentence_before(passage, paragraph, offset)
    at = _verb_at(passage, before, QUOTING | HOLDING)
    if at is not None:
        mention = name_speaker_beside(passage, before, at) or _named_at_root(passage, before)
        same = last is not None and last.paragraph == paragraph
        return Attribution(mention, carried if same else "said-in-sentence-before")
    teller = name_teller(passage, before, last) if paragraph == quote.paragraph else None
    return Attribution(teller, "quote-alone" if teller is None else "told-before-quote")


def _named_at_root(passage: Passage, words: Sequence[Word]) -> Mention | None:
    """The speaker of the sentence's main verb, which in "It warned them, says Ruiz" is not the first one of speech."""
    for at, word in enumerate(words):
        if word.token.dep == "ROOT" and passage.verb_class(word.token) in QUOTING:
            return name_speaker_beside(passage, words, at)
    return None


def _is_adjacent(passage: Passage, end: int, offset: int) -> bool:
    """Whether nothing but marks stands between the offsets."""
    between = passage.parsed.text[end:offset]
    return len(between) <= MIN_WORDS + 1 and not any(char.isalnum() for char in between)


def _words_of_sentence_before(passage: Passage, paragraph: int, offset: int) -> list[Word]:
    """The unquoted words of the sentence that ends at the offset."""
    at = bisect_left(passage.starts[paragraph], offset) - 1
    if at < 0:
        return []
    end = passage.words[paragraph][at].token
    return passage.words_before(paragraph, end.start if end.text in TERMINALS else end.end)


def _fill_backwards(passage: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """Give a quote without a speaker that of the quote which follows it at once or continues it."""
    filled = list(drafts)
    for at in range(len(filled) - 2, -1, -1):
        draft, following = filled[at], filled[at + 1]
        if draft.speaker is not None or draft.rule not in UNKNOWN_RULES or following.speaker is None:
            continue
        quote = passage.quote_around(draft.span.start)
        continued = quote is not None and quote.continued and following.paragraph > draft.paragraph
        same = draft.paragraph == following.paragraph
        if continued or (same and _is_adjacent(passage, draft.span.end, following.span.start)):
            filled[at] = Draft(draft.span, following.speaker, True, "quote-ahead", draft.sentence, draft.paragraph)
    return filled
