"""Exchange: codes of other event data, both ways, and what has none."""

from __future__ import annotations

import pytest

from dragoman.errors import LexiconError
from dragoman.lexicon import exchange
from dragoman.lexicon.exchange import load_exchange


@pytest.mark.parametrize(
    ("state", "cow", "cameo", "fips"),
    [
        ("GBR", 200, "GBR", "UK"),
        ("DEU", 255, "DEU", "GM"),
        ("ROU", 360, "ROM", "RO"),
        ("AUT", 305, "AUT", "AU"),
        ("AUS", 900, "AUS", "AS"),
        ("XKX", 347, "XKX", "KV"),
        ("PSE", None, "PSE", "WE"),
        ("HKG", None, "HKG", "HK"),
    ],
)
def test_exchange_knows_a_state_by_its_other_codes(state: str, cow: int | None, cameo: str, fips: str) -> None:
    codes = load_exchange()
    assert (codes.cow.get(state), codes.cameo_of(state), codes.fips.get(state)) == (cow, cameo, fips)
    assert codes.state_of_cameo(cameo) == state
    assert codes.from_fips[fips] == state
    assert cow is None or codes.from_cow[cow] == state


@pytest.mark.parametrize("code", ["EUR", "AFR", "UNO", "ROU", "TLS", "XXX", "", "gbr"])
def test_exchange_takes_no_region_and_no_code_of_another_list_for_a_cameo_state(code: str) -> None:
    assert load_exchange().state_of_cameo(code) is None


@pytest.mark.parametrize("code", ["UNO", "IGO", None, "Hamas"])
def test_exchange_gives_no_country_code_to_what_is_no_state(code: str | None) -> None:
    assert load_exchange().cameo_of(code) is None


@pytest.mark.parametrize(
    ("name", "state"),
    [("France", "FRA"), ("fra", "FRA"), ("UNO", "UNO"), ("Ivory Coast", "CIV"), ("Korea", None), ("Atlantis", None)],
)
def test_exchange_reads_names_of_states(name: str, state: str | None) -> None:
    assert load_exchange().state_of_name(name) == state


def test_exchange_has_the_gaza_strip_with_palestine() -> None:
    assert load_exchange().from_fips["GZ"] == "PSE"


def test_exchange_has_a_value_for_every_cameo_root() -> None:
    assert list(load_exchange().goldstein) == [f"{root:02}" for root in range(1, 21)]


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"cow": {"FRA": 1, "ESP": 1}}, "FRA and ESP are both 1"),
        ({"cow": {"FRX": 1}}, "'FRX' is no state"),
        ({"colour": {}}, "unknown keys"),
    ],
)
def test_exchange_refuses_a_broken_table(
    monkeypatch: pytest.MonkeyPatch, changed: dict[str, object], message: str
) -> None:
    whole = exchange.load_table(exchange.EXCHANGE_FILE)
    monkeypatch.setattr(exchange, "load_table", lambda name: {**whole, **changed})
    with pytest.raises(LexiconError, match=message):
        load_exchange.__wrapped__()
