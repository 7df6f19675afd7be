"""Commitments: parties, amount, currency or unit, and deadline of what states promise."""

from __future__ import annotations

import pytest

from .coded import code

Row = tuple[str, float | int | None, str | None, str | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Egypt promised Sudan 200 trucks.",
            [("EGY SDN", 200, "vehicle", None)],
        ),
        (
            "Japan pledged $40 million to Kenya for clinics on Monday.",
            [("JPN KEN", 40000000, "USD", None)],
        ),
        (
            "Spain and Morocco agreed to build a tunnel at a cost of 3 billion euros, and to share their customs data.",
            [("ESP MAR", 3000000000, "EUR", None), ("ESP MAR", None, None, None)],
        ),
        (
            "Canada will give Haiti 6 million Canadian dollars by 2026.",
            [("CAN HTI", 6000000, "CAD", "2026")],
        ),
        (
            "Norway vowed to plant 40,000 hectares of forest in Kenya by 2030.",
            [("NOR", 40000, "hectare", "2030")],
        ),
        (
            "Germany offered Ukraine a loan of 900 million euros.",
            [("DEU UKR", 900000000, "EUR", None)],
        ),
        (
            "China and Laos agreed to open a railway by 2027.",
            [("CHN LAO", None, None, "2027")],
        ),
        (
            "Kenya and Uganda signed a pact on Monday. Deliveries are to begin in 2030.",
            [("KEN UGA", None, None, "2030")],
        ),
        (
            "Kenya and Uganda signed a pact on Monday. The pact provides for the release of prisoners within ten days.",
            [("KEN UGA", None, None, "2024-06-01")],
        ),
        (
            "Kenya and Uganda signed a pact on Monday. Seventy percent of jobs must go to Ugandans within five years.",
            [("KEN UGA", 70, "percent", "2029")],
        ),
        (
            "Kenya and Uganda signed a pact on Monday. It obliges both countries to dredge 40 kilometres by 2027.",
            [("KEN UGA", 40, "km", "2027")],
        ),
        (
            "Kenya and Uganda signed a pact on Monday. The first pump will run before the end of 2026.",
            [("KEN UGA", None, None, "2026")],
        ),
        (
            "Kenya and Uganda signed a pact on Monday. Work is to start within a year.",
            [("KEN UGA", None, None, "2025")],
        ),
        (
            "Kenya and Uganda signed a pact on Monday. The ceiling is to rise to 800 megawatts by 2033.",
            [("KEN UGA", 800, "MW", "2033")],
        ),
        (
            "Saudi Arabia will invest $3 billion in Pakistan by 2028.",
            [("PAK SAU", 3000000000, "USD", "2028")],
        ),
        (
            "South Korea promised to train 500 officers in Mongolia.",
            [("KOR MNG", 500, "people", None)],
        ),
        (
            "Chile pledged $7 million to Haiti on Monday.",
            [("CHL HTI", 7000000, "USD", None)],
        ),
        (
            "France promised Lebanon 30 ambulances.",
            [("FRA LBN", 30, "vehicle", None)],
        ),
        (
            "Turkey announced $25 million for hospitals in Somalia.",
            [("SOM TUR", 25000000, "USD", None)],
        ),
        (
            "Italy and Albania agreed to double trade to 5 billion euros by 2030.",
            [("ALB ITA", 5000000000, "EUR", "2030")],
        ),
        (
            "Poland will send Moldova 50 generators by December.",
            [("MDA POL", 50, "generator", "2024-12")],
        ),
        (
            "Brazil undertook to buy 300 megawatts from Paraguay.",
            [("BRA PRY", 300, "MW", None)],
        ),
        (
            "India pledged to supply Nepal with 2 million doses.",
            [("IND NPL", 2000000, "dose", None)],
        ),
        (
            "Denmark committed itself to give Kenya 80 million kroner.",
            [("DNK KEN", 80000000, "DKK", None)],
        ),
        (
            "Iran and Oman agreed to raise trade to $4 billion.",
            [("IRN OMN", 4000000000, "USD", None)],
        ),
        (
            "Australia is to contribute A$70 million to Fiji.",
            [("AUS FJI", 70000000, "AUD", None)],
        ),
        (
            "Qatar agreed to pay $50 million to Sudan.",
            [("QAT SDN", 50000000, "USD", None)],
        ),
        (
            "The Dutch government earmarked 12 million euros for Suriname.",
            [("NLD SUR", 12000000, "EUR", None)],
        ),
        (
            "The World Bank approved $90 million for Zambia.",
            [("IGO ZMB", 90000000, "USD", None)],
        ),
        (
            "Britain guaranteed a loan of £45 million to Jordan.",
            [("GBR JOR", 45000000, "GBP", None)],
        ),
        (
            "Russia and Belarus agreed to complete the pipeline by 2026.",
            [("BLR RUS", None, None, "2026")],
        ),
        (
            "Peru would in return withdraw its complaint against Chile.",
            [("CHL PER", None, None, None)],
        ),
        (
            "Togo and Benin agreed to repair the bridge by 2027.",
            [("BEN TGO", None, None, "2027")],
        ),
        (
            "Hungary said it would cover the bill of 9 million euros by June.",
            [("HUN", 9000000, "EUR", "2024-06")],
        ),
        (
            "Vietnam intends to finish the canal by 2029.",
            [("VNM", None, None, "2029")],
        ),
        (
            "China signed a $300 million contract with Laos on Monday.",
            [("CHN LAO", 300000000, "USD", None)],
        ),
        (
            "Malawi's president promised Zambia that the dam would be repaired by 2026.",
            [("MWI ZMB", None, None, "2026")],
        ),
        (
            "Switzerland will spend 20 million Swiss francs on schools in Kosovo by 2028.",
            [("CHE", 20000000, "CHF", "2028")],
        ),
        (
            "Finland pledged 5 million euros to Kenya and 3 million euros to Uganda.",
            [("FIN KEN", 5000000, "EUR", None)],
        ),
        (
            "Ghana and Togo agreed to stop firing at midnight on Friday.",
            [("GHA TGO", None, None, "2024-05-24")],
        ),
        (
            "Kazakhstan promised to deliver 40,000 tonnes of grain to Afghanistan.",
            [("AFG KAZ", 40000, "tonne", None)],
        ),
        (
            "Belgium vowed to return the masks to Congo.",
            [("BEL COD", None, None, None)],
        ),
    ],
)
def test_commitments_are_found(text: str, expected: list[Row]) -> None:
    assert [
        (" ".join(sorted(each.parties)), each.amount, each.currency or each.unit, each.deadline)
        for each in code(text).commitments
    ] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Trade between Kenya and Uganda stood at $2.4 billion last year.",
        "Japan has spent $3 billion in Kenya since 2015.",
        "China lent Laos $90 million in 2021.",
        "Analysts expect Kenya to pay Uganda $5 million by 2026.",
        "Peru warned that it would send 5,000 soldiers to the border by June.",
        "Egypt refused to give Sudan $40 million.",
        "If Spain pays Morocco 3 million euros, the port will open.",
        "Kenya could give Uganda $5 million.",
        "Elections will be held in Ghana in 2028.",
        "Norway's minister will visit Kenya on Friday.",
        "The population of Niger will double by 2050.",
        "Germany sold Austria 200 buses in 2020.",
        "Talks between Peru and Chile will open on June 10.",
        "Ghana promised friendship.",
        "India imported 3 million tonnes of coal from Indonesia last year.",
        "Kenya hopes to buy 300 megawatts from Ethiopia by 2027.",
        "Turkey was to have paid Iraq $40 million.",
        "Canada did not promise Haiti $6 million.",
        "Sudan fears that Egypt will cut the water by 2027.",
        "Uganda owes Kenya $40 million.",
    ],
)
def test_commitments_are_not_made_up(text: str) -> None:
    assert [
        (" ".join(sorted(each.parties)), each.amount, each.currency or each.unit, each.deadline)
        for each in code(text).commitments
    ] == []
