"""Clauses: the words of a noun phrase or of a promise, cut to what belongs to it.

In: a Sentence and the head token. Out: Spans and tokens. Coordinated phrases and relative clauses stay out.
"""

from __future__ import annotations

from ..parse.tokens import Parsed, Sentence, Token
from ..record import Span


def phrase_tokens(sentence: Sentence, head: Token, *, relatives: bool = False) -> list[Token]:
    """The tokens of the phrase under `head` without coordinated phrases, without relative clauses unless asked for."""
    cut = {"conj", "cc", "appos", "parataxis"} | (set() if relatives else {"relcl"})
    kept: list[Token] = []
    open_ = [head]
    while open_:
        token = open_.pop()
        kept.append(token)
        # A conjunct inside the phrase ("on trade and defence") belongs to it; one of the head does not.
        barred = cut if token is head else {"parataxis"}
        open_.extend(child for child in sentence.children(token) if child.dep not in barred)
    kept.sort(key=lambda token: token.index)
    while len(kept) > 1 and kept[-1].pos == "PUNCT":
        kept.pop()
    while len(kept) > 1 and kept[0].pos == "PUNCT":
        kept.pop(0)
    return _without_gaps(kept, head)


def _without_gaps(tokens: list[Token], head: Token) -> list[Token]:
    """The unbroken run of tokens around the head: what stands behind a gap belongs to another clause."""
    at = tokens.index(head)
    first = last = at
    while first > 0 and tokens[first - 1].index >= tokens[first].index - 2:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].index <= tokens[last].index + 2:
        last += 1
    return tokens[first : last + 1]


def phrase_span(parsed: Parsed, sentence: Sentence, head: Token) -> Span:
    """The span of the phrase under `head`."""
    return parsed.span(phrase_tokens(sentence, head))


# Clauses that tell something beside the promise: "..., while its neighbour fears", "a firm that had built the port".
# Verbs of those whose words were told before.
_SPEECH = frozenset({"say", "tell", "announce", "add", "report", "declare", "note"})
_ASIDE = frozenset({"while", "although", "though", "whereas", "because", "after", "since", "as", "but"})


def verb_phrase_span(parsed: Parsed, sentence: Sentence, verb: Token, *, until: int | None = None) -> Span:
    """The verb and what stands below it behind it up to token number `until`, without its subject, without coordinated
    clauses and without what is told beside it."""
    tokens = [token for token in phrase_tokens(sentence, verb, relatives=True) if token.index >= verb.index]
    cut = min([each.index for each in asides(sentence, verb)] + [len(sentence.tokens) if until is None else until])
    cut = min(cut, clause_end(sentence, verb, tokens[-1] if tokens else verb))
    kept = [token for token in tokens if token.index < cut] or [verb]
    while len(kept) > 1 and (kept[-1].pos in ("PUNCT", "CCONJ")):
        kept.pop()
    return parsed.span(kept)


def asides(sentence: Sentence, verb: Token) -> list[Token]:
    """The first words of the clauses below and behind the verb that tell something else, past or beside it."""
    found: list[Token] = []
    for token in sentence.subtree(verb):
        if token.index <= verb.index or token.dep not in ("advcl", "relcl"):
            continue
        marked = any(child.lower in _ASIDE for child in sentence.children(token, "mark"))
        perfect = any(child.lower in ("has", "have", "had") for child in sentence.children(token, "aux"))
        gone = token.dep == "relcl" and (token.tag == "VBD" or perfect)
        first = sentence.subtree(token)[0]
        if (marked or gone) and first.index > verb.index:
            found.append(first)
    return found


def told_aside(parsed: Parsed, sentence: Sentence, verb: Token) -> list[Span]:
    """What stands in participles and relative clauses of the past below the verb: "the treaty, signed in July, ..."."""
    found: list[Span] = []
    for token in sentence.subtree(verb):
        perfect = any(child.lower in ("has", "have", "had") for child in sentence.children(token, "aux"))
        # "intends to have the canal finished by 2029" tells what is to come.
        caused = sentence.head(sentence.head(token)).lemma in ("have", "get", "see")
        participle = token.dep == "acl" and token.tag == "VBN" and not caused
        if token is not verb and (participle or (token.dep == "relcl" and (token.tag == "VBD" or perfect))):
            found.append(parsed.span(sentence.subtree(token)))
    return found


def clause_span(parsed: Parsed, sentence: Sentence, verb: Token) -> Span:
    """The verb with its subject and what stands below it, without clauses that hang on it or run beside it."""
    cut = ("conj", "cc", "advcl", "relcl", "ccomp", "parataxis", "punct", "mark")
    kept = [verb]
    for child in sentence.children(verb):
        if child.dep not in cut:
            kept.extend(each for each in phrase_tokens(sentence, child))
    kept.sort(key=lambda token: token.index)
    return parsed.span(_without_gaps(kept, verb))


def promise_span(parsed: Parsed, sentence: Sentence, verb: Token) -> Span:
    """The clause of a future: its subject, the verb and all behind it; "is to pay" counts as one verb."""
    above = sentence.head(verb)
    top = above if verb.dep in ("xcomp", "ccomp") and above.lemma == "be" else verb
    kept = phrase_tokens(sentence, verb, relatives=True)
    for head in {top.index: top, verb.index: verb}.values():
        kept.append(head)
        for child in sentence.children(head):
            if child.dep not in ("conj", "cc", "punct", "ccomp", "parataxis", "relcl") and child is not verb:
                kept.extend(phrase_tokens(sentence, child))
    unique = {token.index: token for token in kept}
    whole = _without_gaps([unique[index] for index in sorted(unique)], verb)
    cut = clause_end(sentence, verb, whole[-1])
    return parsed.span([token for token in whole if token.index < cut] or [verb])


def clause_end(sentence: Sentence, verb: Token, last: Token) -> int:
    """The number of the token where ", the minister said" or a clause behind a semicolon begins after the verb, that of
    the sentence's end without: the parser takes both for a part of what is said."""
    for token in sentence.tokens[verb.index + 1 : last.index + 2]:
        if token.text == ";":
            return token.index
        if token.lemma not in _SPEECH or token.tag not in ("VBD", "VBZ"):
            continue
        commas = [each.index for each in sentence.tokens[verb.index : token.index] if each.text == ","]
        if commas and not any(child.tag == "MD" for child in sentence.children(token)):
            return commas[-1]
    return len(sentence.tokens)
