import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import LexiconError
from dragoman.read.language import find_language, load_languages, read_languages


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mayors of the two towns agreed on a ferry that will cross the river from May.", "en"),
        ("Towns agree on ferry", "en"),
        ("Brezna, Telmor", "en"),
        ("", "en"),
        ("12 345", "en"),
        ("President Dupont of France met Chancellor Schmidt in Paris. The two spoke of de la Rue.", "en"),
        ("Les maires des deux villes se sont mis d'accord sur un bac pour la rivière et pour les fermes.", "fr"),
        ("Los alcaldes de las dos ciudades han firmado un contrato para el transbordador del río.", "es"),
        ("Die Bürgermeister der beiden Städte haben sich auf eine Fähre über den Fluss geeinigt und sind froh.", "de"),
        ("Os prefeitos das duas cidades concordaram com uma balsa que não é cara para a gente do rio.", "pt"),
        ("I sindaci delle due città hanno firmato un accordo per il traghetto che non è caro per la gente.", "it"),
        ("Мэры двух городов договорились о пароме через реку.", "ru"),
        ("Мери двох міст домовилися про пором через річку, її видно.", "uk"),
        ("اتفق رئيسا البلديتين على عبارة عبر النهر", "ar"),
        ("两座城市的市长同意开设渡轮", "zh"),
        ("二つの町の市長は渡し船に合意した", "ja"),
        ("두 도시의 시장은 나룻배에 합의했다", "ko"),
        (" ".join(f"wuz{number % 7}ur karim blest" for number in range(30)), "und"),
    ],
)
def test_language_is_told_by_script_and_small_words(text, language):
    assert find_language(text) == language


def test_language_table_loads_once():
    assert load_languages() is load_languages()


@pytest.mark.parametrize(
    "toml",
    [
        "[words]\nen = 'the'",
        "[words]\nfr = 'le'\n[scripts]\n[telltales]",
        "[words]\nen = 1\n[scripts]\n[telltales]",
        "[words]\nen = 'the'\n[scripts]\n[telltales]\n[more]",
        "[words",
    ],
)
def test_language_table_refuses_other_shapes(toml):
    with pytest.raises(LexiconError, match="x.toml"):
        read_languages(toml, name="x.toml")


@given(st.text())
def test_language_takes_any_text(text):
    assert find_language(text)
