"""Agreements: kind, parties and status of treaties, pacts and memoranda."""

from __future__ import annotations

import pytest

from .coded import code

Row = tuple[str, str, str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya and Uganda signed a fishing pact in Nairobi on Monday.",
            [("agreement", "KEN UGA", "signed")],
        ),
        (
            "Peru signed a trade agreement with Chile on Tuesday.",
            [("agreement", "CHL PER", "signed")],
        ),
        (
            "Spain and Morocco signed a memorandum of understanding on water in Rabat.",
            [("mou", "ESP MAR", "signed")],
        ),
        (
            "Norway and Finland ratified a border treaty last week.",
            [("treaty", "FIN NOR", "ratified")],
        ),
        (
            "Ghana suspended a security agreement with Togo on Monday.",
            [("agreement", "GHA TGO", "suspended")],
        ),
        (
            "Japan and Mongolia concluded an extradition treaty on Friday.",
            [("treaty", "JPN MNG", "signed")],
        ),
        (
            "Brazil and Uruguay initialled a protocol on river transport.",
            [("protocol", "BRA URY", "signed")],
        ),
        (
            "Kazakhstan and Kyrgyzstan adopted a roadmap on customs for 2025-2027.",
            [("roadmap", "KAZ KGZ", "signed")],
        ),
        (
            "Egypt and Sudan signed three agreements in Cairo on Sunday.",
            [("agreement", "EGY SDN", "signed")],
        ),
        (
            "India and Nepal signed several agreements on Monday.",
            [("agreement", "IND NPL", "signed")],
        ),
        (
            "Austria scrapped a tax treaty with Russia on Tuesday.",
            [("treaty", "AUT RUS", "ended")],
        ),
        (
            "Zambia and Malawi will sign a power agreement in Lusaka next month.",
            [("agreement", "MWI ZMB", "planned")],
        ),
        (
            "Canada and Mexico are negotiating a trade pact.",
            [("agreement", "CAN MEX", "planned")],
        ),
        (
            "Turkey and Iraq agreed on a water deal on Monday.",
            [("agreement", "IRQ TUR", "signed")],
        ),
        (
            "Thailand and Laos signed a joint declaration on forests.",
            [("joint statement", "LAO THA", "signed")],
        ),
        (
            "The Dutch and Belgian governments signed a contract for two frigates on Monday.",
            [("contract", "BEL NLD", "signed")],
        ),
        (
            "Poland and Ukraine exchanged fire-fighting crews under a 2018 agreement.",
            [("agreement", "POL UKR", "in force")],
        ),
        (
            "Indonesia and Australia renewed a defence pact on Tuesday.",
            [("agreement", "AUS IDN", "signed")],
        ),
        (
            "Argentina and Bolivia signed a gas contract on Wednesday.",
            [("contract", "ARG BOL", "signed")],
        ),
        (
            "Vietnam and Cambodia reached a deal on border markets on Monday.",
            [("agreement", "KHM VNM", "signed")],
        ),
        (
            "The trade agreement between Chile and Ecuador was signed on Monday.",
            [("agreement", "CHL ECU", "signed")],
        ),
        (
            "The extradition treaty between Kenya and Rwanda was ratified by parliament on Tuesday.",
            [("treaty", "KEN RWA", "ratified")],
        ),
        (
            "Serbia and Hungary signed a pact that the Serbian parliament ratified on Tuesday.",
            [("agreement", "HUN SRB", "ratified")],
        ),
        (
            "A fishing accord between Senegal and Mauritania was suspended on Monday.",
            [("agreement", "MRT SEN", "suspended")],
        ),
        (
            "Georgia and Armenia signed a convention on double taxation in Tbilisi.",
            [("treaty", "ARM GEO", "signed")],
        ),
        (
            "The signing of a peace agreement between Ethiopia and Eritrea took place in Nairobi on Monday.",
            [("agreement", "ERI ETH", "signed")],
        ),
        (
            "Finland and Estonia signed a memorandum on ferries and a protocol on rescue at sea.",
            [("mou", "EST FIN", "signed"), ("protocol", "EST FIN", "signed")],
        ),
        (
            "Italy and Libya signed a migration deal on Monday. The deal was welcomed in Malta.",
            [("agreement", "ITA LBY", "signed")],
        ),
        (
            "Jordan and Iraq signed a pipeline agreement on Monday. The agreement was signed in Amman.",
            [("agreement", "IRQ JOR", "signed")],
        ),
        (
            "Oman and Yemen signed a fishing pact in 2019. Oman terminated the pact on Monday.",
            [("agreement", "OMN YEM", "ended")],
        ),
        (
            "Kenya refused to sign a border treaty with Somalia.",
            [("treaty", "KEN SOM", "proposed")],
        ),
        (
            "Sweden and Denmark agreed on Monday to draft a treaty on wind farms.",
            [("treaty", "DNK SWE", "planned")],
        ),
        (
            "Germany and France signed an action plan on railways on Friday.",
            [("plan", "DEU FRA", "signed")],
        ),
        (
            "Malaysia and Singapore have signed a water treaty.",
            [("treaty", "MYS SGP", "signed")],
        ),
        (
            "Angola joined Zambia on Monday in signing a transport agreement.",
            [("agreement", "AGO ZMB", "signed")],
        ),
        (
            "Iran and Pakistan extended a gas agreement on Monday.",
            [("agreement", "IRN PAK", "signed")],
        ),
        (
            "Bulgaria and Greece inked a deal on electricity on Thursday.",
            [("agreement", "BGR GRC", "signed")],
        ),
        (
            "Slovenia and Croatia closed an accord on fishing rights on Monday.",
            [("agreement", "HRV SVN", "signed")],
        ),
        (
            "Panama and Colombia signed a charter on migration in Bogota.",
            [("treaty", "COL PAN", "signed")],
        ),
        (
            "Botswana and Namibia signed a passport agreement, which came into force on Monday.",
            [("agreement", "BWA NAM", "signed")],
        ),
        (
            "Qatar and Turkey clinched a defence agreement on Sunday.",
            [("agreement", "QAT TUR", "signed")],
        ),
        (
            "Cuba and Venezuela tore up an oil agreement on Monday.",
            [("agreement", "CUB VEN", "ended")],
        ),
        (
            "Uzbekistan and Tajikistan plan to sign a treaty on water next week.",
            [("treaty", "TJK UZB", "planned")],
        ),
        (
            "Latvia froze a cultural agreement with Belarus on Monday.",
            [("agreement", "BLR LVA", "suspended")],
        ),
        (
            "China and Laos signed a $300 million contract on Monday.",
            [("contract", "CHN LAO", "signed")],
        ),
        (
            "Rwanda and Burundi signed an accord on customs in Kigali on Monday.",
            [("agreement", "BDI RWA", "signed")],
        ),
        (
            "Slovakia and Austria signed a railway agreement on Monday.",
            [("agreement", "AUT SVK", "signed")],
        ),
        (
            "Ghana and Togo put their names to a fishing charter on Monday.",
            [("treaty", "GHA TGO", "signed")],
        ),
        (
            "Kenya is to honour the transit accord of 2011 with Uganda.",
            [("agreement", "KEN UGA", "in force")],
        ),
        (
            "The protocol of May 2015 between Peru and Bolivia has been forgotten.",
            [("protocol", "BOL PER", "in force")],
        ),
        (
            "A memorandum between Chile and Peru on tunnels is to be signed next month.",
            [("mou", "CHL PER", "planned")],
        ),
        (
            "Serbia's visa agreement with Albania took effect on Monday.",
            [("agreement", "ALB SRB", "in force")],
        ),
        (
            "Mali's grazing accord with Niger, in force since 2009, has held.",
            [("agreement", "MLI NER", "in force")],
        ),
        (
            "A treaty between Iran and Iraq on minefields signed on Monday is long.",
            [("treaty", "IRN IRQ", "signed")],
        ),
        (
            "Latvia and Estonia have put a ferry agreement on ice.",
            [("agreement", "EST LVA", "suspended")],
        ),
        (
            "Japan broke off talks with Fiji on a fishing agreement.",
            [("agreement", "FJI JPN", "proposed")],
        ),
        (
            "Lorries carry a permit that Malawi's transit agreement with Zambia made possible.",
            [("agreement", "MWI ZMB", "in force")],
        ),
    ],
)
def test_agreements_are_found(text: str, expected: list[Row]) -> None:
    assert [(each.kind, " ".join(sorted(each.parties)), each.status) for each in code(text).agreements] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda disagree on fishing.",
        "The president of Peru praised agreements in general.",
        "Spain and Morocco will discuss fish.",
        "The minister had a plan for the border with Togo.",
        "The firm signed a lease on an office in Nairobi.",
        "A programme on Peruvian television dealt with Chile.",
        "Norway signed off on its budget on Monday.",
        "Kenya and Uganda share a deal of history.",
        "Ghana's parliament adopted its budget on Monday.",
        "The treaty was mentioned in the speech.",
        "Egypt called the accord a joke.",
        "Peru and Chile played under a framework of rules.",
        "The singer signed a contract with a label on Monday.",
        "A document was found in Nairobi.",
        "Japan wrote a paper on fish.",
        "Kenya and Uganda quarrelled on Monday. The agreement binds them.",
        "Kenya and Uganda have no agreement on fish.",
        "Kenya would need an agreement with Uganda.",
        "Peru and Chile played cards. The contract ran out.",
    ],
)
def test_agreements_are_not_made_up(text: str) -> None:
    assert [(each.kind, " ".join(sorted(each.parties)), each.status) for each in code(text).agreements] == []
