"""Meetings: form, states, realis, place and first day."""

from __future__ import annotations

import pytest

from .coded import code

Row = tuple[str, str, str, str | None, str | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya's foreign minister Ali Odhiambo met his Ugandan counterpart in Kampala on Friday.",
            [("meeting", "KEN UGA", "actual", "Kampala", "2024-05-17")],
        ),
        (
            "Peru's president Ana Quispe spoke by telephone on Tuesday with Chile's president Luis Rojas.",
            [("call", "CHL PER", "actual", None, "2024-05-21")],
        ),
        (
            "The presidents of Ghana and Togo held talks in Lome on Monday.",
            [("meeting", "GHA TGO", "actual", "Lome", "2024-05-20")],
        ),
        (
            "Norwegian Prime Minister Olav Berg visited Finland on Monday.",
            [("visit", "FIN NOR", "actual", None, "2024-05-20")],
        ),
        (
            "Spanish and Moroccan ministers met in Rabat on Tuesday.",
            [("meeting", "ESP MAR", "actual", "Rabat", "2024-05-21")],
        ),
        (
            "Egypt's president telephoned Sudan's president on Monday.",
            [("call", "EGY SDN", "actual", None, "2024-05-20")],
        ),
        (
            "The foreign ministers of Poland, Latvia and Estonia met in Riga on Monday.",
            [("meeting", "EST LVA POL", "actual", "Riga", "2024-05-20")],
        ),
        (
            "Japanese Prime Minister Ken Mori travelled to Mongolia last week.",
            [("visit", "JPN MNG", "actual", None, "2024-05-13")],
        ),
        (
            "Oman's foreign minister received his Yemeni counterpart in Muscat on Sunday.",
            [("visit", "OMN YEM", "actual", "Muscat", "2024-05-19")],
        ),
        (
            "Officials of India and Nepal gathered in Kathmandu on Monday.",
            [("meeting", "IND NPL", "actual", "Kathmandu", "2024-05-20")],
        ),
        (
            "Talks between Armenia and Georgia were held in Tbilisi on Friday.",
            [("meeting", "ARM GEO", "actual", "Tbilisi", "2024-05-17")],
        ),
        (
            "Brazil and Uruguay held a summit in Montevideo on Monday.",
            [("summit", "BRA URY", "actual", "Montevideo", "2024-05-20")],
        ),
        (
            "Kenya and Uganda met in Kampala on Friday. A second round of talks will open in Nairobi on June 10.",
            [
                ("meeting", "KEN UGA", "actual", "Kampala", "2024-05-17"),
                ("meeting", "KEN UGA", "future", "Nairobi", "2024-06-10"),
            ],
        ),
        (
            "Kenya and Uganda held talks in Kampala on Friday. The two sides will meet again in Nairobi on June 10.",
            [
                ("meeting", "KEN UGA", "actual", "Kampala", "2024-05-17"),
                ("meeting", "KEN UGA", "future", "Nairobi", "2024-06-10"),
            ],
        ),
        (
            "The Turkish foreign minister will visit Iraq on Thursday.",
            [("visit", "IRQ TUR", "future", None, "2024-05-23")],
        ),
        (
            "During a meeting in Vienna on Monday, Austria and Hungary discussed trains.",
            [("meeting", "AUT HUN", "actual", "Vienna", "2024-05-20")],
        ),
        (
            "The Chinese president hosted his Laotian counterpart in Beijing on Monday.",
            [("visit", "CHN LAO", "actual", "Beijing", "2024-05-20")],
        ),
        (
            "Canadian and Mexican officials conferred in Ottawa on Monday.",
            [("meeting", "CAN MEX", "actual", "Ottawa", "2024-05-20")],
        ),
        (
            "The German chancellor flew to Warsaw on Monday for talks with Polish Prime Minister Jan Kowal.",
            [("visit", "DEU POL", "actual", None, "2024-05-20")],
        ),
        (
            "The leaders of Angola and Zambia met on the sidelines of a conference in Geneva on Monday.",
            [("meeting", "AGO ZMB", "actual", "Geneva", "2024-05-20")],
        ),
        (
            "Kazakh President Daur Aliev held a telephone conversation with Kyrgyz President Bek Asanov on Monday.",
            [("call", "KAZ KGZ", "actual", None, "2024-05-20")],
        ),
        (
            "Italy's defence minister met with his Libyan counterpart in Rome on Monday.",
            [("meeting", "ITA LBY", "actual", "Rome", "2024-05-20")],
        ),
        (
            "Ghana's security council held a meeting in Accra on Monday on the border with Togo.",
            [("domestic", "GHA", "actual", "Accra", "2024-05-20")],
        ),
        (
            "The Belgian king paid a visit to Rwanda on Monday.",
            [("visit", "BEL RWA", "actual", None, "2024-05-20")],
        ),
        (
            "Sweden hosted talks between Russia and Ukraine in Stockholm on Monday.",
            [("meeting", "RUS UKR", "actual", "Stockholm", "2024-05-20")],
        ),
        (
            "Thai and Malaysian generals sat down with each other in Bangkok on Monday.",
            [("meeting", "MYS THA", "actual", "Bangkok", "2024-05-20")],
        ),
        (
            "Cuba's foreign minister arrived in Bolivia on Sunday.",
            [("visit", "BOL CUB", "actual", "Bolivia", "2024-05-19")],
        ),
        (
            "The ministers of Serbia and Croatia are due to meet in Zagreb on Friday.",
            [("meeting", "HRV SRB", "future", "Zagreb", "2024-05-24")],
        ),
        (
            "Rwandan and Burundian officials met in Kigali on Monday.",
            [("meeting", "BDI RWA", "actual", "Kigali", "2024-05-20")],
        ),
        (
            "The Slovak and Czech prime ministers met in Prague on Sunday.",
            [("meeting", "CZE SVK", "actual", "Prague", "2024-05-19")],
        ),
    ],
)
def test_meetings_are_found(text: str, expected: list[Row]) -> None:
    assert [
        (
            each.form,
            " ".join(sorted(each.countries)),
            each.realis,
            each.place and each.place.name,
            each.date and each.date.start,
        )
        for each in code(text).meetings
    ] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ghana called on Togo to reopen the border.",
        "Kenya welcomed a decision by Uganda to open its market.",
        "A Peruvian singer visited a museum on Monday.",
        "Norway's minister wants to meet his Russian counterpart.",
        "Egypt cancelled talks with Sudan on Monday.",
        "The visit of the Turkish minister to Iraq was postponed.",
        "Kenya urged Uganda to attend the negotiations.",
        "Spain and Morocco did not meet on Monday.",
        "Chile spoke with one voice on Peru.",
        "The prices met expectations in Japan and Korea.",
        "India might visit Nepal.",
        "Poland rejected a meeting with Belarus.",
    ],
)
def test_meetings_are_not_made_up(text: str) -> None:
    assert [
        (
            each.form,
            " ".join(sorted(each.countries)),
            each.realis,
            each.place and each.place.name,
            each.date and each.date.start,
        )
        for each in code(text).meetings
    ] == []
