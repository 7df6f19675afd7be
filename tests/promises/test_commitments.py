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
        (
            "Chile promised Peru 30 more mobile radars by August.",
            [("CHL PER", 30, "radars", "2024-08")],
        ),
        (
            "Ghana undertook to issue 90 licences to Togo by January 1, 2026.",
            [("GHA TGO", 90, "licences", "2026-01-01")],
        ),
        (
            "Mali and Niger agreed to reopen three border crossings from 1 August.",
            [("MLI NER", 3, "crossings", "2024-08-01")],
        ),
        (
            "Norway pledged to release 400 of its 1,200 prisoners to Kenya.",
            [("KEN NOR", 400, "people", None)],
        ),
        (
            "Egypt and Sudan agreed to lay a 640-km cable.",
            [("EGY SDN", 640, "km", None)],
        ),
        (
            "Iran will deliver 40 million cubic metres of gas to Iraq by June 2025 at $90 per 1,000 cubic metres.",
            [("IRN IRQ", 40000000, "m3", "2025-06"), ("IRN IRQ", 90, "USD", None)],
        ),
        (
            "Poland will send Ukraine 60 tanks and 20 howitzers by July.",
            [("POL UKR", 60, "vehicle", "2024-07"), ("POL UKR", 20, "howitzers", "2024-07")],
        ),
        (
            "Kenya and Uganda signed a pact on Monday. It takes effect on January 1, 2025.",
            [("KEN UGA", None, None, "2025-01-01")],
        ),
        (
            "Kenya and Uganda signed a pact on Monday. Deliveries begin in March 2026.",
            [("KEN UGA", None, None, "2026-03")],
        ),
        (
            "Kenya and Uganda signed a pact on Monday. The price was set at 6.2 US cents per kilowatt-hour.",
            [("KEN UGA", 0.062, "USD", None)],
        ),
        (
            "Kenya and Uganda signed a pact on Monday. The line is expected to cost $77 million.",
            [("KEN UGA", 77000000, "USD", None)],
        ),
        (
            "Kenya and Uganda signed a pact on Monday. Each country will pay half of the cost.",
            [("KEN UGA", None, None, None)],
        ),
        (
            "Kenya and Uganda signed a pact on Monday. The two governments moved the deadline to September 30.",
            [("KEN UGA", None, None, "2024-09-30")],
        ),
        (
            "Kenya and Uganda signed a pact on Monday. Work on the bridge was to have begun in 2022.",
            [("KEN UGA", None, None, "2022")],
        ),
        (
            "Kenya and Uganda signed a pact on Monday. Kenya has until August 15 to answer the request.",
            [("KEN", None, None, "2024-08-15")],
        ),
        (
            "Kenya and Uganda signed a pact on Monday. Kenya had not paid the $6 million that was due on March 1.",
            [("KEN UGA", 6000000, "USD", "2024-03-01")],
        ),
        (
            "Kenya and Uganda signed a pact on Monday. Kenya sent 100 of the 700 tonnes of maize that it promised.",
            [("KEN UGA", 700, "tonne", None)],
        ),
        (
            "Kenya and Uganda signed a pact on Monday. Kenya promised that the number would reach 250 by June 2025.",
            [("KEN UGA", 250, None, "2025-06")],
        ),
        (
            "Kenya and Uganda signed a pact on Monday. They raised their contribution from $3 million to $5 million.",
            [("KEN UGA", 5000000, "USD", None)],
        ),
        (
            "Serbia and Hungary signed a treaty that obliges both countries to dig 70 kilometres of canals by 2031.",
            [("HUN SRB", 70, "km", "2031")],
        ),
        (
            "Austria's spokesman said the country was ready to lend equipment to Slovenia.",
            [("AUT SVN", None, None, None)],
        ),
        (
            "Russia offered on Monday to send doctors to Cuba.",
            [("CUB RUS", None, None, None)],
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
        "Kenya and Uganda signed a pact on Monday. The bridge will be 3 km long.",
        "Kenya and Uganda signed a pact on Monday. Their ministers will hold a second session on June 22.",
        "Kenya and Uganda signed a pact on Monday. It runs to 2027.",
        "Kenya and Uganda signed a pact on Monday. The Kenyan minister is due in Kampala on June 5.",
        "Kenya and Uganda signed a pact on Monday. Nobody said where the $40 million would come from.",
        "Kenya and Uganda signed a pact on Monday. Economists expect trade to reach $5 billion by 2030.",
        "Kenya and Uganda signed a pact on Monday. The visit was to have begun on Monday.",
        "Kenya decided to send a delegation to Uganda next month.",
        "Kenya announced that its president would travel to Uganda in June.",
        "Kenya and Uganda signed a pact on Monday. Deliveries began in March.",
        "Kenya offered to mediate between Sudan and Chad.",
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
