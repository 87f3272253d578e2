"""The language of a text: its declaration, unless its words plainly tell another; a headline tells nothing."""

# ruff: noqa: RUF001 - other scripts are what is tested

import pytest

from reconcile.extract import extract, is_read, settle, unread
from reconcile.facts import Source
from reconcile.rulebook import shipped_rules

GERMAN = (
    "Bei der Entgleisung eines Zuges sind am Sonntag 23 Menschen verletzt worden, drei von ihnen schwer. "
    "Das teilte die Polizei mit. In dem Zug waren nach ersten Angaben rund 1.200 Reisende."
)
ENGLISH = (
    "Twenty-three people were hurt when a train left the rails on Sunday, the police said. "
    "About 1,200 passengers were on board, and three of those hurt were in a serious condition."
)
TEXTS = {
    "de": GERMAN,
    "fr": "Le président a annoncé que les 1 200 soldats seront déployés dans le nord du pays, où ils sont attendus "
    "avant la fin du mois, selon un communiqué de la présidence qui a été publié par les services de presse.",
    "es": "El gobierno dijo que los 1.200 soldados serán enviados al norte del país antes de que termine el mes, "
    "según un comunicado que fue publicado por la presidencia y que no ha sido confirmado hasta ahora.",
    "it": "Il governo ha detto che i 1.200 soldati sono stati inviati nel nord del paese prima della fine del mese, "
    "secondo un comunicato che è stato pubblicato dalla presidenza e che non è stato confermato.",
    "nl": "De regering zei dat de 1.200 soldaten voor het einde van de maand naar het noorden van het land worden "
    "gestuurd, maar dat is nog niet door het parlement bevestigd en er zijn ook twijfels over de kosten.",
    "sv": "Regeringen säger att de 1 200 soldaterna ska skickas till norra delen av landet före månadens slut, men det "
    "har inte bekräftats av parlamentet och det är inte klart vad som händer efter det.",
    "pl": "Rząd powiedział, że 1200 żołnierzy zostanie wysłanych na północ kraju przed końcem miesiąca, ale to nie "
    "zostało jeszcze potwierdzone przez parlament, który jest w tej sprawie podzielony, jak i opinia publiczna.",
    "und-Cyrl": "В пятницу министр сказал, что погибли 3 человека и ещё 12 ранены при пожаре.",
    "zh": "中国总理星期五在北京对记者表示,共有三人遇难,另有十二人受伤。搜救工作仍在继续,目前还有几人失踪。",
    "ja": "日本の首相は金曜日に東京で記者団に述べた。この火災で3人が死亡し、12人がけがをした。警察が原因を調べている。",
    "und-Arab": "قال الوزير يوم الجمعة إن ثلاثة أشخاص قتلوا وأصيب 12 آخرون في الحريق.",
}


def settled(text: str, language: str = "und") -> str:
    return settle(Source("a", text, language=language), shipped_rules())


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_tells_its_language(language: str) -> None:
    assert settled(TEXTS[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "12 dead as ferry sinks",
        "Zug entgleist: 23 Verletzte",  # too few words to tell: read as English, unless it is declared
        "La Paz 12, El Alto 14, Santa Cruz de la Sierra 3, Villa de las Rosas 7, San José de los Andes 9, El Tigre 2",
        "2024 12 13\n2025 14 15\n2026 16 17\n",
        "Bayern München 3, Borussia Dortmund 1; Real Madrid 2, Barcelona 2; Paris Saint-Germain 0, Lyon 1",
        "GDP +0.3% q/q vs +0.2% exp; CPI 2.1% y/y",
        "",
        ENGLISH,
        'The chancellor said "das ist nicht das, was wir mit der Reform wollten", and put the cost at 12 million.',
    ],
)
def test_short_texts_lists_of_names_and_figures_are_not_misjudged(text: str) -> None:
    assert settled(text) == "en"


def test_what_the_words_plainly_tell_is_stronger_than_a_declaration() -> None:
    assert settled(GERMAN, "en-US") == "de"
    assert settled(ENGLISH, "de") == "en"


def test_a_declaration_stands_where_the_words_tell_nothing_and_where_they_agree() -> None:
    assert settled("12 Tote", "de-AT") == "de-AT"
    assert settled(ENGLISH, "en-GB") == "en-GB"
    assert settled(GERMAN, "de-CH") == "de-CH"


@pytest.mark.parametrize("tag", ["en", "en-GB", "EN-us", "eng"])
def test_english_is_read(tag: str) -> None:
    assert is_read(tag)


@pytest.mark.parametrize("tag", ["de", "de-DE", "und-Cyrl", "enm", "xx"])
def test_other_languages_are_not(tag: str) -> None:
    assert not is_read(tag)


def test_no_claim_is_guessed_from_another_language() -> None:
    assert extract(Source("a", GERMAN), shipped_rules()) == ()
    assert extract(Source("a", ENGLISH), shipped_rules())


def test_the_problem_names_the_language_and_what_to_do() -> None:
    problem = unread(Source("a", GERMAN, path="a.html", language="de-DE"), shipped_rules())
    assert (problem.where, problem.message) == ("a.html", "in German (de-DE): its figures were not read")
    assert "translation" in problem.hint
    assert unread(Source("a", "x", language="xx"), shipped_rules()).message.startswith("in the language xx")
