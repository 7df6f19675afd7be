"""Amounts: what is a sum or a quantity, how much it is, and the numbers that are neither."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.promises.amounts import Amount, find_amounts
from dragoman.promises.lexicon import load_promise_lexicon

Row = tuple[str, int | float, str]


def amounts_in(text: str, *countries: str) -> list[Amount]:
    return find_amounts(text, lexicon=load_promise_lexicon(), countries=countries)


def read(text: str, *countries: str) -> list[Row]:
    """(words, value, currency or unit) of each amount."""
    found = amounts_in(text, *countries)
    return [(text[each.start : each.end], each.value, each.currency or each.unit or "") for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a loan of $10 billion", ("$10 billion", 10_000_000_000, "USD")),
        ("$10bn for ports", ("$10bn", 10_000_000_000, "USD")),
        ("$1.1bn", ("$1.1bn", 1_100_000_000, "USD")),
        ("US$25,000 a year", ("US$25,000", 25_000, "USD")),
        ("a $10-million loan", ("$10-million", 10_000_000, "USD")),
        ("€20 million", ("€20 million", 20_000_000, "EUR")),
        ("£3.5m", ("£3.5m", 3_500_000, "GBP")),
        ("A$520 million", ("A$520 million", 520_000_000, "AUD")),
        ("NZ$4 million", ("NZ$4 million", 4_000_000, "NZD")),
        ("₹500 crore", ("₹500 crore", 5_000_000_000, "INR")),
        ("₹1,50,000", ("₹1,50,000", 150_000, "INR")),
        ("₹2 lakh crore", ("₹2 lakh crore", 2_000_000_000_000, "INR")),
        ("₦7 thousand million", ("₦7 thousand million", 7_000_000_000, "NGN")),
        ("$5 and more", ("$5", 5, "USD")),
        ("$10, then", ("$10", 10, "USD")),
        ("paid $10.", ("$10", 10, "USD")),
        ("$0.75 a barrel", ("$0.75", 0.75, "USD")),
        ("EUR 20 million", ("EUR 20 million", 20_000_000, "EUR")),
        ("NOK300", ("NOK300", 300, "NOK")),
        ("COP 29 billion", ("COP 29 billion", 29_000_000_000, "COP")),
        ("NT$500 million", ("NT$500 million", 500_000_000, "TWD")),
        ("SR 58 billion", ("SR 58 billion", 58_000_000_000, "SAR")),
        ("RM34 million", ("RM34 million", 34_000_000, "MYR")),
        ("7.5 US cents", ("7.5 US cents", 0.075, "USD")),
        ("12 euro cents a litre", ("12 euro cents", 0.12, "EUR")),
        ("12 million Deutsche marks", ("12 million Deutsche marks", 12_000_000, "DEM")),
    ],
)
def test_a_sign_or_code_before_the_number_makes_a_sum(text: str, expected: Row) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6 billion Norwegian kroner", ("6 billion Norwegian kroner", 6_000_000_000, "NOK")),
        ("40 million euros a year", ("40 million euros", 40_000_000, "EUR")),
        ("one euro", ("one euro", 1, "EUR")),
        ("40 million Canadian dollars.", ("40 million Canadian dollars", 40_000_000, "CAD")),
        ("3 million Hong Kong dollars", ("3 million Hong Kong dollars", 3_000_000, "HKD")),
        ("2.5 billion\u00a0Swedish\nkronor", ("2.5 billion\u00a0Swedish\nkronor", 2_500_000_000, "SEK")),
        ("20 million EUR", ("20 million EUR", 20_000_000, "EUR")),
        ("5 million U.S. dollars", ("5 million U.S. dollars", 5_000_000, "USD")),
        ("two million dollars", ("two million dollars", 2_000_000, "USD")),
    ],
)
def test_words_behind_the_number_make_a_sum(text: str, expected: Row) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "countries", "currency"),
    [
        ("45 million rials", ("OMN", "IND"), "OMR"),
        ("45 million rials", ("IRN",), "IRR"),
        ("45 million rials", ("IRN", "OMN"), None),
        ("45 million rials", (), None),
        ("45 million Iranian rials", (), "IRR"),
        ("45 million Iranian rials", ("OMN",), "IRR"),
        ("9 million pounds", ("EGY",), "EGP"),
        ("9 million pounds", ("GBR", "EGY"), None),
        ("9 million crowns", ("CZE",), "CZK"),
        ("9 million Ruritanian dollars", ("JAM",), None),
        ("5 million won", ("KOR",), "KRW"),
    ],
)
def test_a_currency_word_of_several_states_is_settled_by_the_one_in_play_or_stays_unknown(
    text: str, countries: tuple[str, ...], currency: str | None
) -> None:
    assert [amount.currency for amount in amounts_in(text, *countries)] == ([currency] if currency else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("728 megawatts of power", ("728 megawatts", 728, "MW")),
        ("a 100-MW plant", ("100-MW", 100, "MW")),
        ("a 12-km road", ("12-km", 12, "km")),
        ("65 percent", ("65 percent", 65, "percent")),
        ("65% of", ("65%", 65, "percent")),
        ("4.5 per cent", ("4.5 per cent", 4.5, "percent")),
        ("2,500 troops", ("2,500 troops", 2_500, "troops")),
        ("25 Japanese engineers", ("25 Japanese engineers", 25, "people")),
        ("3,000 US soldiers", ("3,000 US soldiers", 3_000, "troops")),
        ("150 new electric buses and 40 old trucks", ("40 old trucks", 40, "vehicle")),
        ("half of 3 million doses", ("3 million doses", 3_000_000, "dose")),
        ("200,000 barrels a day", ("200,000 barrels", 200_000, "barrel")),
        ("55 billion cubic metres of gas", ("55 billion cubic metres", 55, "bcm")),
        ("5.5 billion cubic metres of gas", ("5.5 billion cubic metres", 5.5, "bcm")),
        ("3 bcm", ("3 bcm", 3, "bcm")),
        ("up to 500 peacekeepers", ("500 peacekeepers", 500, "troops")),
        ("3m refugees", ("3m refugees", 3_000_000, "people")),
    ],
)
def test_a_unit_behind_the_number_makes_a_quantity(text: str, expected: Row) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("five ships", ("five ships", 5, "ship")),
        ("Twelve ships", ("Twelve ships", 12, "ship")),
        ("seventeen ships", ("seventeen ships", 17, "ship")),
        ("twenty-five engineers", ("twenty-five engineers", 25, "people")),
        ("ninety nine ships", ("ninety nine ships", 99, "ship")),
        ("thirty million euros", ("thirty million euros", 30_000_000, "EUR")),
        ("two hundred soldiers", ("two hundred soldiers", 200, "troops")),
        ("two hundred thousand refugees", ("two hundred thousand refugees", 200_000, "people")),
    ],
)
def test_a_number_may_be_written_as_a_word(text: str, expected: Row) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("45 million Omani rials ($117 million)", ["45 million Omani rials"]),
        ("300 million euros (about $350 million)", ["300 million euros"]),
        ("300 million euros, or roughly $350 million,", ["300 million euros"]),
        ("A$150 million [US$98 million]", ["A$150 million"]),
        ("$100 million ($20 million of it this year)", ["$100 million", "$20 million"]),
        ("300 million euros and $350 million", ["300 million euros", "$350 million"]),
        ("300 million euros (of which $350 million)", ["300 million euros", "$350 million"]),
        ("40 ships ($350 million)", ["40 ships", "$350 million"]),
    ],
)
def test_a_conversion_is_no_second_sum(text: str, expected: list[str]) -> None:
    assert [words for words, _, _ in read(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "$10-15 million",
        "$10–15 million",
        "$10 to $15 million",
        "$10 million to $15 million",
        "between $10 million and $15 million",
        "between $10 and $15 billion",
        "10-15 million euros",
        "10 to 15 million euros",
        "between 5,000 and 7,000 troops",
        "5,000 to 7,000 troops",
        "five to ten ships",
        "5 percent to 7 percent",
    ],
)
def test_a_range_has_no_one_value(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("raise trade from $5 billion to $10 billion", ["$10 billion"]),
        ("from 3 to 5 percent", ["5 percent"]),
        ("from 3 percent to 5 percent", ["5 percent"]),
        ("gave $10,000 to 25 schools", ["$10,000"]),
        ("sent 500 soldiers to 3 camps", ["500 soldiers"]),
        ("$5 million and $7 million", ["$5 million", "$7 million"]),
        ("300 soldiers and 20 tanks", ["300 soldiers", "20 tanks"]),
    ],
)
def test_a_change_keeps_what_it_leads_to_and_a_list_keeps_all(text: str, expected: list[str]) -> None:
    assert [words for words, _, _ in read(text)] == expected


NOTHING = [
    # Numbers that count something else, or nothing.
    "", "no amount", "in 2030", "by 3 May 2031", "at 5.30 p.m.", "15 states", "the 27", "a 10-year plan", "1,200 dams",
    "several million", "a million dollars", "dozens of ships", "million euros", "Article 5", "No. 7",
    # Names of things.
    "COP29", "COP 29", "the G20 troops", "F-16 jets", "Su-25 aircraft", "Covid-19 doses", "18 Leopard 2 tanks",
    # Words that are a currency only in capitals or with a large number.
    "the two try again", "two crown princes", "five real engineering feats", "3 won seats", "TRY 5 times",
    "two cup ties",
    # The unit belongs to another word.
    "two-thirds of refugees", "one of the soldiers", "27 countries sent troops", "10 ministers and soldiers",
    "the 27 will send troops", "two weeks after soldiers left", "a ten-year jobs plan", "On 5 March. Troops left",
    "5 March troops", "In 2028 soldiers left", "In 2024 Japanese engineers came", "March 5 soldiers",
    # Numbers that are written so that nobody can tell.
    "1,5 million euros", "10.000 euros", "1.000.000 euros", "$1,2", "$" + "9" * 400, "9" * 400 + " euros", "$5.5.2024",
    # A sign with a prefix that is not known.
    "QT$500 million", "RD$5 million", "XUS$5", "QT$500 million vehicles",
    # A part of a longer number.
    "five hundred and twenty soldiers", "two thousand five hundred soldiers",
    # Metres or millions.
    "100 m long ships",
]  # fmt: skip


@pytest.mark.parametrize("text", NOTHING, ids=lambda text: text[:40] or "nothing")
def test_what_is_no_amount_gives_none(text: str) -> None:
    assert read(text, "KOR", "BRA", "NOR", "GBR") == []


def test_the_longer_reading_of_overlapping_ones_stands() -> None:
    assert read("$5 million dollars in 3 tonnes") == [("$5 million", 5_000_000, "USD"), ("3 tonnes", 3, "tonne")]


def test_amounts_come_in_order_of_the_text() -> None:
    text = "40 ships, EUR 5 million, 12 percent, $3 million and 7 tonnes"
    starts = [amount.start for amount in amounts_in(text)]
    assert len(starts) == 5
    assert starts == sorted(starts)


@pytest.mark.parametrize("text", ["5 İİİ troops", "ŉ 5 troops", "ﬁve ships 5 ships", "²5 ships 5 ships", "٥ troops"])
def test_letters_that_change_their_length_do_not_move_the_offsets(text: str) -> None:
    for amount in amounts_in(text):
        assert text[amount.start : amount.end].endswith(("troops", "ships"))


WORDS = (
    "$ € US$ EUR COP 5 10 2,500 1.5 - – to from between and or ( ) % . , million bn m two twenty five hundred euros "
    "rials ships troops Japanese of percent İ May"
)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=12), st.sampled_from(["", " ", "\u00a0"]))
def test_amounts_never_overlap_and_stand_within_the_text(pieces: list[str], gap: str) -> None:
    text = gap.join(pieces)
    at = 0
    for amount in amounts_in(text, "OMN"):
        assert at <= amount.start < amount.end <= len(text)
        assert text[amount.start : amount.end] == text[amount.start : amount.end].strip()
        assert (amount.currency is None) is not (amount.unit is None)
        assert amount.value >= 0
        at = amount.end


PIECES = ["1,", "5 ", "$5-", "5 to ", "two ", "two ships ", "twenty-", "million ", "$", "5 Aa ", "1.1", "$5 to "]


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_long_hostile_text_is_read_to_its_end(piece: str) -> None:
    text = piece * (100_000 // len(piece)) + ". They lent $7 million"
    last = find_amounts(text, lexicon=load_promise_lexicon())[-1]
    assert (last.value, last.currency, last.end) == (7_000_000, "USD", len(text))
