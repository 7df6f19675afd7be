import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.read.dateline import find_dateline

REPORT = "The two ministers opened a bridge."


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("TALLINN: ", "TALLINN"),
        ("VILNIUS, Nov 12 (Agency) - ", "VILNIUS"),
        ("KINGSTON, Aug. 3 (XYZ) — ", "KINGSTON"),
        ("GENEVA/NAIROBI - ", "GENEVA/NAIROBI"),
        ("GENEVA / NAIROBI – ", "GENEVA / NAIROBI"),
        ("LUANDA, Angola (XYZ) — ", "LUANDA, Angola"),
        ("AUSTIN, Texas — ", "AUSTIN, Texas"),
        ("WASHINGTON, D.C. — ", "WASHINGTON, D.C."),
        ("ST. JOHN’S, Antigua: ", "ST. JOHN’S, Antigua"),
        ("PORT-AU-PRINCE -- ", "PORT-AU-PRINCE"),
        ("OSLO, 3 May. /XYZ/. ", "OSLO"),
        ("OSLO, May 3, 2021 (Xyz) -- ", "OSLO"),
        ("OSLO (Xyz), May 3 – ", "OSLO"),
        ("OSLO - ", "OSLO"),
        ("OSLO— ", "OSLO"),
        ("LISBON and MADRID: ", "LISBON and MADRID"),
        ("LA PAZ: ", "LA PAZ"),
        ("Lisbon: ", "Lisbon"),
        ("Addis Ababa – ", "Addis Ababa"),
        ("Smallville, May 3 (Xyz): ", "Smallville"),
        ("Smallville (Xyz) – ", "Smallville"),
        ("Nairobi [Kenya], May 3 (Xyz): ", "Nairobi"),
        ("DAKAR, 4/6/2021: ", "DAKAR"),
        ("(Xyz) - ", None),
    ],
)
def test_dateline_gives_the_place_and_where_the_report_begins(opening, place):
    found = find_dateline(opening + REPORT)
    assert found is not None
    assert found.place == place
    assert (opening + REPORT)[found.end :] == REPORT


@pytest.mark.parametrize(
    "paragraph",
    [
        REPORT,
        "UPDATE: " + REPORT,
        "EXCLUSIVE - " + REPORT,
        "NATO: " + REPORT,
        "MODERATOR: " + REPORT,
        "Zanele: " + REPORT,
        "Smallville: " + REPORT,
        "On Monday, May 3: " + REPORT,
        "The minister – an engineer – opened a bridge.",
        "MINISTERS MEET: A BRIDGE IS OPENED AT LAST",
        "OSLO: yes",
        "OSLO-based banks said that they would help.",
        "(However) the minister said that he would go.",
        "Lisbon and Madrid opened a bridge.",
        "Lisbon, the capital, opened a bridge: It is long.",
        "COVID-19: " + REPORT,
        "",
        ":",
    ],
)
def test_dateline_is_not_seen_in_other_openings(paragraph):
    assert find_dateline(paragraph) is None


def test_dateline_day_is_kept_only_where_it_is_full():
    full = find_dateline("OSLO, May 3, 2021 (Xyz) - " + REPORT)
    partial = find_dateline("OSLO, May 3 (Xyz) - " + REPORT)
    doubtful = find_dateline("OSLO, 4/6/2021 - " + REPORT)
    assert (full.day, full.month_day) == ("2021-05-03", None)
    assert (partial.day, partial.month_day) == (None, (5, 3))
    assert (doubtful.day, doubtful.month_day) == (None, None)


@given(st.text(alphabet="OSLo ,.:-—/()[]12May“’", max_size=200))
def test_dateline_takes_any_text(paragraph):
    found = find_dateline(paragraph)
    assert found is None or 0 < found.end < len(paragraph)
