"""What the narrator says that does not stand in the article, in the article's language."""

from __future__ import annotations

from dataclasses import dataclass

from narrate.languages import primary


@dataclass(frozen=True, slots=True)
class Announcements:
    """One language's. `{n}` is a number, and `{day}`, `{month}` and `{year}` are a date's parts."""

    photo: str
    note: str
    credit: str
    quote: str
    end_quote: str
    synthetic: str
    minute: str
    minutes: str
    chapters: str
    date: str
    months: str


_ANNOUNCEMENTS = {
    "en": Announcements(
        "Photo.", "Note.", "Credit.", "Quote.", "End quote.", "Read by synthetic voices.",
        "about {n} minute", "about {n} minutes", "{n} chapters", "{month} {day}, {year}",
        "January February March April May June July August September October November December",
    ),
    "de": Announcements(
        "Foto.", "Hinweis.", "Bildnachweis.", "Zitat.", "Zitat Ende.", "Gelesen von künstlichen Stimmen.",
        "etwa {n} Minute", "etwa {n} Minuten", "{n} Kapitel", "{day}. {month} {year}",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    ),
    "fr": Announcements(
        "Photo.", "Note.", "Crédit.", "Début de citation.", "Fin de citation.",
        "Lu par des voix de synthèse.", "environ {n} minute", "environ {n} minutes", "{n} chapitres",
        "{day} {month} {year}",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    ),
    "es": Announcements(
        "Foto.", "Nota.", "Crédito.", "Cita.", "Fin de la cita.", "Leído por voces sintéticas.",
        "alrededor de {n} minuto", "alrededor de {n} minutos", "{n} capítulos", "{day} de {month} de {year}",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    ),
    "it": Announcements(
        "Foto.", "Nota.", "Crediti.", "Citazione.", "Fine della citazione.", "Letto da voci sintetiche.",
        "circa {n} minuto", "circa {n} minuti", "{n} capitoli", "{day} {month} {year}",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    ),
    "pt": Announcements(
        "Foto.", "Nota.", "Crédito.", "Citação.", "Fim da citação.", "Lido por vozes sintéticas.",
        "cerca de {n} minuto", "cerca de {n} minutos", "{n} capítulos", "{day} de {month} de {year}",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    ),
    "nl": Announcements(
        "Foto.", "Noot.", "Bron.", "Citaat.", "Einde citaat.", "Voorgelezen door synthetische stemmen.",
        "ongeveer {n} minuut", "ongeveer {n} minuten", "{n} hoofdstukken", "{day} {month} {year}",
        "januari februari maart april mei juni juli augustus september oktober november december",
    ),
}  # fmt: skip
_SILENT = Announcements("", "", "", "", "", "", "", "", "", "", "")
"""Of a language that the narrator has no words in: an English word in its voice would be worse than none."""


def announcements(language: str) -> Announcements:
    """Those of a language (BCP 47); all are empty if there are none."""
    return _ANNOUNCEMENTS.get(primary(language), _SILENT)
