"""Promise: the words of a sentence that promise something, before it is asked what, how much and until when."""

from __future__ import annotations

from dataclasses import dataclass

from ..parse.tokens import Sentence, Token


def act_below(sentence: Sentence, verb: Token) -> Token | None:
    """The act that a word of promising promises: its complement, also where the parser hangs "offered on Monday to
    send" on it as an adverbial."""
    act = sentence.child(verb, "xcomp", "ccomp")
    if act is not None:
        return act
    for each in sentence.children(verb, "advcl"):
        infinitive = any(child.lower == "to" for child in sentence.children(each, "aux"))
        if each.tag == "VB" and infinitive and each.index > verb.index:
            return each
    return None


@dataclass(frozen=True, slots=True)
class Promise:
    """`verb` tells what is promised, `by` the word of promising (None for a bare future). `firm` words stand without
    amount and deadline; `whole` promises take their subject into the evidence; a `bound` one needs states that the
    passage joins; `until` is the number of the token where the next promise of the same word begins; what is `past`
    was promised for a day that may be over; `counted` promises need an amount, `timed` ones a deadline; `words` are
    the evidence where neither verb nor noun phrase alone is."""

    sentence: Sentence
    verb: Token
    by: Token | None
    firm: bool
    rule: str
    whole: bool = False
    bound: bool = False
    until: int | None = None
    past: bool = False
    counted: bool = False
    timed: bool = False
    words: tuple[Token, ...] = ()
    status: str = "open"
