"""Which language an article is in: stated, found, or both."""

from __future__ import annotations

import pytest

from narrate.languages import tag_of
from narrate.pipeline.from_article import read_bytes, read_text
from narrate.structure.language import language_of

TEXTS = {
    "en": "The bridge over the river closed on Monday after two days of rain, and the ferry runs every "
    "hour. The mayor told the town that nobody should cross on foot until the pier had been looked at.",
    "de": "Die Brücke über den Fluss wurde am Montag nach zwei Tagen Regen gesperrt, die Fähre fährt jede "
    "Stunde. Niemand solle zu Fuß hinübergehen, sagte die Bürgermeisterin, bis der Pfeiler geprüft sei.",
    "fr": "Le pont sur la rivière a été fermé lundi après deux jours de pluie, et le bac passe toutes les "
    "heures. La maire a demandé aux habitants de ne pas traverser à pied.",
    "es": "El puente sobre el río cerró el lunes tras dos días de lluvia, y el transbordador sale cada hora. "
    "La alcaldesa pidió a los vecinos que nadie cruzara a pie.",
    "nl": "De brug over de rivier werd maandag na twee dagen regen gesloten, en de veerboot vaart elk uur. "
    "Niemand mag te voet oversteken, zei de burgemeester, tot de tweede pijler is bekeken.",
    "ru": "Мост через реку закрыли в понедельник после двух дней дождя, и паром ходит каждый час до вечера.",
    "ar": "أُغلق الجسر فوق النهر يوم الاثنين بعد يومين من المطر، وتعمل العبارة كل ساعة حتى ينخفض الماء.",
    "he": "הגשר מעל הנהר נסגר ביום שני אחרי יומיים של גשם, והמעבורת יוצאת בכל שעה עד שהמים ירדו.",
    "ja": "二日間の雨のあと、川にかかる橋が月曜日に閉鎖され、水が引くまで渡し船が一時間ごとに"
    "運航しています。町長は歩いて渡らないよう求めた。",
    "zh": "连续两天下雨之后，河上的桥在周一关闭，渡船每小时开一班，直到河水退去。"
    "镇长说，在检查完毕之前任何人都不得步行过桥。",
}


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_of_a_text_is_found(language: str) -> None:
    """A text states nothing, so its words decide."""
    assert read_text(TEXTS[language]).language == language


@pytest.mark.parametrize("text", ["Rain", "12345 ***", "Ada Wong, Bela Roth", "Brücke zu", "😀 😀 😀"])
def test_what_is_too_short_to_tell_is_taken_for_english(text: str) -> None:
    """A few words are in any language."""
    assert read_text(text).language == "en"


@pytest.mark.parametrize(
    ("stated", "text", "language"),
    [
        ("de-AT", TEXTS["de"], "de-AT"),
        ("en", TEXTS["de"] * 3, "de"),
        ("nl-BE", TEXTS["nl"] * 4, "nl-BE"),
        ("en-GB", "„Die Brücke ist zu“, sagte sie. " + TEXTS["en"] * 3, "en-GB"),
        ("gsw", "Rain", "gsw"),
    ],
)
def test_what_a_page_states_holds_unless_its_text_is_clearly_another(
    stated: str, text: str, language: str
) -> None:
    """Templates say "en" everywhere; a quotation in another language is no proof."""
    assert language_of([text], stated) == language


@pytest.mark.parametrize(
    ("stated", "tag"),
    [("en_us", "en-US"), ("zh-hans-cn", "zh-Hans-CN"), ("DE", "de"), ("es-419", "es-419"), ("und", None),
     ("english", None), ("", None), (None, None)],
)  # fmt: skip
def test_tags_are_written_as_they_should_be(stated: str | None, tag: str | None) -> None:
    """Tags are written in BCP 47's usual case; any other text is refused."""
    assert tag_of(stated) == tag


def test_a_page_in_another_language_than_its_template_is_found_out() -> None:
    """Many German pages are sent with `lang="en"`."""
    more = (
        "In der Nacht war der Fluss um zwei Meter gestiegen, und das Wasser stand bis an die Bögen. Es war "
        "das dritte Mal in diesem Jahr, dass die Stadt ohne Brücke auskommen musste. Die Schule bleibt bis "
        "Freitag geschlossen, und der Markt wird auf die andere Seite verlegt."
    )
    page = f"<article><h1>Brücke zu</h1><p>{TEXTS['de']}</p><p>{more}</p></article>"
    data = f"<!doctype html><html lang=en><body>{page}</body></html>"
    assert read_bytes(data.encode()).language == "de"
