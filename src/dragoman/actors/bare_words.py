"""The small words that a noun phrase is built with: closed classes of English, and adjectives that follow their noun.

Plain sets, as a grammar has them; what names actors is data under `data/en/`.
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


DETERMINERS = _set("the a an this that these those some any no every each all both another either neither such")
OWNERS = _set("my our your his her its their")
PRONOUNS = _set("he she it they him them i we you me us himself herself itself themselves nobody somebody everyone")
RELATIVES = _set("who whom which whose where when")
CONJUNCTIONS = _set("and or but & nor")
PREPOSITIONS = _set(
    "of in for from to at on with by under over against near inside outside between among around across into "
    "through within without during after before since until about like as behind along amid towards toward "
    "despite via per"
)
# Words that make a clause of a phrase.
CLAUSE = _set(
    "is are was were be been being has have had do does did will would can could may might must shall should "
    "said says say told met meets visited arrived accused urged warned called signed agreed announced"
)
NUMBERS = _set(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion"
)
# Adjectives that may follow their noun and open a phrase of their own ("forces loyal to the president").
POSTPOSED = _set(
    "loyal close familiar critical opposed aligned linked tied allied affiliated sympathetic responsible "
    "involved present based bound elect backed capable eligible hostile friendly fluent fresh"
)
ADJECTIVES = POSTPOSED | _set(
    "senior junior top new old young former late current acting interim outgoing incoming visiting deputy chief "
    "main major minor big small large great high low local national regional federal provincial foreign "
    "domestic international global military civil civilian political economic social religious ethnic official "
    "public private state royal imperial presidential ministerial parliamentary judicial legal criminal nuclear "
    "naval armed unarmed masked deposed ousted exiled jailed dead wounded injured sick poor rich powerful "
    "influential prominent leading veteran hardline moderate radical extreme rightist leftist conservative "
    "liberal socialist communist democratic republican independent anonymous unknown unidentified suspected "
    "alleged accused convicted northern southern eastern western central upper lower several many few other "
    "same own next last first second third various numerous elderly female male pregnant wealthy islamic "
    "christian muslim jewish catholic orthodox sunni shia shiite kurdish arab african european asian latin "
    "western disgraced"
)
IRREGULAR = {
    "men": "man", "women": "woman", "people": "people", "children": "child", "police": "police", "gunmen": "gunman",
    "fishermen": "fisherman", "businessmen": "businessman", "spokesmen": "spokesman", "policemen": "policeman",
    "servicemen": "serviceman", "congressmen": "congressman", "clergymen": "clergyman", "tribesmen": "tribesman",
    "militiamen": "militiaman", "personnel": "personnel", "troops": "troops", "clergy": "clergy", "cattle": "cattle",
}  # fmt: skip
DATES = _set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sept sep oct nov dec"
)
# Nouns that look like participles.
NOUNS_IN_ING = _set(
    "hearing meeting building training bombing shooting killing funding banking mining spending ruling warning "
    "opening signing landing briefing filing beating hanging offering crossing uprising listing painting "
    "wedding housing shipping fishing farming trading lending planning testing drilling dealing morning evening "
    "spring string wing king ring thing being gathering understanding bidding screening stabbing hacking spying "
    "smuggling logging broadcasting advertising manufacturing engineering nursing sitting standing proceeding "
    "recording reading posting undertaking sibling viking"
)
