"""Quotations in articles of other languages: their marks, and who says them. All people are made up."""

from __future__ import annotations

import pytest

from narrate.quotation import find_quotations

Said = list[tuple[str, str | None]]
"""What is voiced, and who says it."""

GERMAN: dict[str, Said] = {
    "„Es ist vorbei“, sagte Bürgermeisterin Ruth Adler am Montag. „Mir reicht es.“": [
        ("Es ist vorbei", "Ruth Adler"), ("Mir reicht es.", "Ruth Adler"),
    ],
    "Bauleiter Piet Amaral widersprach: „Niemand hat gefragt.“\n»Es ist kein Spaß«, meinte er.": [
        ("Niemand hat gefragt.", "Piet Amaral"), ("Es ist kein Spaß", "Piet Amaral"),
    ],
    "Die Sprecherin der Stadt erklärte: „Wir prüfen das.“": [("Wir prüfen das.", "die Sprecherin der Stadt")],
    "Lena Roth kam spät. „Das wird teuer“, so Roth. Sie nannte es „einen Witz“.": [
        ("Das wird teuer", "Lena Roth"),
    ],
    "Am Freitag sagte der Minister Jan Kohl: „Wir brauchen Geld.“ Das sei „kein Plan“, hieß es.": [
        ("Wir brauchen Geld.", "Jan Kohl"),
    ],
}  # fmt: skip
FRENCH: dict[str, Said] = {
    "« C'est fini », a déclaré la maire, Inès Roux, lundi. « Je suis désolée. »": [
        ("C'est fini", "Inès Roux"), ("Je suis désolée.", "Inès Roux"),
    ],
    "Marc Aubry n'est pas d'accord. « Personne n'a rien demandé, explique-t-il, et c'est dommage. »": [
        ("Personne n'a rien demandé, explique-t-il, et c'est dommage.", "Marc Aubry"),
    ],
    "Inès Roux hésite. « Ce n'est pas drôle », dit-elle. Les gens parlent du « pont maudit ».": [
        ("Ce n'est pas drôle", "Inès Roux"),
    ],
    "Le directeur du port affirme : « Nous ouvrirons en mai. »": [
        ("Nous ouvrirons en mai.", "le directeur du port"),
    ],
    "– Qui est là ? demanda Agnès.\n– C'est moi, répondit Marc. J'ai le sel.\n– La moitié !\n– Tu as payé.": [
        ("Qui est là ?", "Agnès"), ("C'est moi,", "Marc"), ("J'ai le sel.", "Marc"),
        ("La moitié !", "Agnès"), ("Tu as payé.", "Marc"),
    ],
}  # fmt: skip
SPANISH: dict[str, Said] = {
    "«Se acabó», dijo la alcaldesa, Inés Rojas, el lunes. «Lo siento».": [
        ("Se acabó", "Inés Rojas"), ("Lo siento", "Inés Rojas"),
    ],
    "El jefe de obra, Pedro Amaral, respondió: “Nadie preguntó nada”. “Es una broma”, añadió.": [
        ("Nadie preguntó nada", "Pedro Amaral"), ("Es una broma", "Pedro Amaral"),
    ],
    "Según Rojas, la obra es «un desastre».": [],
    "“No hay dinero”, explica el portavoz del puerto.": [("No hay dinero", "el portavoz del puerto")],
    "—¿Quién es? —preguntó Inés.\n—Soy yo —dijo Pedro—. Traigo la sal.\n—La mitad, veo.": [
        ("¿Quién es?", "Inés"), ("Soy yo", "Pedro"), ("Traigo la sal.", "Pedro"), ("La mitad, veo.", "Inés"),
    ],
}  # fmt: skip
ITALIAN: dict[str, Said] = {
    "«È finita», ha detto la sindaca Giulia Rossi lunedì. «Mi dispiace».": [
        ("È finita", "Giulia Rossi"),
        ("Mi dispiace", "Giulia Rossi"),
    ],
    "Il capocantiere Pietro Amari ha replicato: «Nessuno ci ha chiesto niente». «È uno scherzo», dice lui.": [
        ("Nessuno ci ha chiesto niente", "Pietro Amari"),
        ("È uno scherzo", "Pietro Amari"),
    ],
    "Giulia Rossi non ride. “Non è uno scherzo”, spiega Rossi.": [("Non è uno scherzo", "Giulia Rossi")],
    "La direttrice del porto aggiunge: «Apriremo a maggio».": [
        ("Apriremo a maggio", "la direttrice del porto")
    ],
    "Per i vicini è un «ponte maledetto».": [],
}
PORTUGUESE: dict[str, Said] = {
    "“Acabou-se tudo”, disse a presidente da câmara, Inês Rocha. “Lamento muito.”": [
        ("Acabou-se tudo", "Inês Rocha"), ("Lamento muito.", "Inês Rocha"),
    ],
    "O chefe de obra Pedro Amaral respondeu: “Ninguém perguntou nada.” “É uma piada”, acrescentou.": [
        ("Ninguém perguntou nada.", "Pedro Amaral"), ("É uma piada", "Pedro Amaral"),
    ],
    "«Não há dinheiro», explica o porta-voz do porto.": [("Não há dinheiro", "o porta-voz do porto")],
    "Segundo Rocha, a obra é “um desastre”.": [],
    "— Quem é? — perguntou Inês.\n— Sou eu — disse Pedro. — Trago o sal.\n— Metade, vejo.": [
        ("Quem é?", "Inês"), ("Sou eu", "Pedro"), ("Trago o sal.", "Pedro"), ("Metade, vejo.", "Inês"),
    ],
}  # fmt: skip
OTHERS: dict[str, Said] = {
    "市長は「橋は秋まで閉鎖されます。」と話した。": [("橋は秋まで閉鎖されます。", None)],
    "その「橋」は古い。": [],
}
LANGUAGES = {"de": GERMAN, "fr": FRENCH, "es": SPANISH, "it": ITALIAN, "pt": PORTUGUESE, "ja": OTHERS}
CASES = [(language, text) for language, texts in LANGUAGES.items() for text in texts]
EXPECTED = {**GERMAN, **FRENCH, **SPANISH, **ITALIAN, **PORTUGUESE, **OTHERS}


@pytest.mark.parametrize(("language", "text"), CASES)
def test_speech_is_found_and_attributed(language: str, text: str) -> None:
    """Speech in the marks of its language belongs to who says it; fragments are nobody's in another voice."""
    found = find_quotations(text, language=language)
    voiced = [(each.text, each.speaker and each.speaker.name) for each in found if each.kind == "direct"]
    assert voiced == EXPECTED[text]
    assert all(text[each.start : each.end] == each.text for each in found)


@pytest.mark.parametrize(
    ("language", "text", "gender"),
    [
        ("de", "„Es ist vorbei, das steht fest“, sagte die Sprecherin.", "f"),
        ("de", "„Es ist vorbei, das steht fest“, sagte Herr Kluge.", "m"),
        ("fr", "« C'est fini pour nous », affirme le directeur.", "m"),
        ("es", "«Se acabó para nosotros», dijo la alcaldesa.", "f"),
        ("pt", "«Acabou-se para nós», disse a ministra.", "f"),
    ],
)
def test_descriptions_and_titles_show_a_gender(language: str, text: str, gender: str) -> None:
    """So that the speaker gets a voice of it."""
    found = find_quotations(text, language=language)
    assert [each.speaker and each.speaker.gender for each in found] == [gender]


def test_items_of_a_list_are_no_dialogue() -> None:
    """Dashes before items are no speech, in a language that has them before speech, too."""
    text = "– Une première mesure concerne le port.\n– La deuxième concerne le pont.\n– La troisième viendra."
    assert find_quotations(text, language="fr") == []
