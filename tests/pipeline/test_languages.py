"""What the product says and does where an article is not in the voices' language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import SimpleNamespace
from typing import cast

import pytest

from narrate import casting
from narrate.engines.pool import EnginePool
from narrate.errors import EngineError
from narrate.model import EngineVoice
from narrate.pipeline.from_article import read_text
from narrate.pipeline.languages import warnings
from narrate.pipeline.roster import choose_cast

TEXTS = {
    "en": "The bridge over the river in Orlow closed on Monday after two days of rain. The mayor said that "
    "the ferry would run every hour until the water had fallen.",
    "de": "Die Brücke über den Fluss in Orlow wurde am Montag nach zwei Tagen Regen gesperrt. Die "
    "Bürgermeisterin sagte, die Fähre werde jede Stunde fahren, bis das Wasser gefallen sei.",
    "zh": "奥洛镇的河桥在两天大雨之后于周一关闭。镇长说，渡船将每小时开一班，直到河水退去为止。"
    "学校也要关到周五，孩子们在家里等待消息。",
    "so": "Buundada webiga ayaa la xiray Isniintii ka dib laba maalmood oo roob ah. Duqa magaaladu wuxuu "
    "sheegay in doontu ay socon doonto saacad kasta ilaa biyuhu ka yaraadaan.",
}


class FewVoices:
    """A pool in which `system` has these voices, and nothing else is installed."""

    def __init__(self, languages: Sequence[str]) -> None:
        self._voices = [EngineVoice(f"voice {tag}", tag, None) for tag in languages]

    def __getitem__(self, name: str) -> SimpleNamespace:
        if name != "system" or not self._voices:
            raise EngineError("not installed", name)
        return SimpleNamespace(voices=lambda: self._voices)


def rack_of(*languages: str) -> EnginePool:
    """A pool as the product sees it."""
    return cast(EnginePool, FewVoices(languages))


@pytest.mark.parametrize(
    ("language", "offered", "said"),
    [
        ("en", (), None),
        ("de", (), r"--engine system has a voice for it after .*pip install 'espeakng-loader>="),
        ("de", ("en-GB", "de-DE"), "'de'.*'en-US': --engine system has a voice"),
        ("zh", ("en-GB", "cmn"), "--engine system has a voice"),
        ("so", ("en-GB",), "no engine that is known"),
    ],
)
def test_where_no_voice_speaks_the_language_the_one_that_would_is_named(
    language: str, offered: tuple[str, ...], said: str | None
) -> None:
    """The engine that is here, the extra that would bring one, or that there is none."""
    article = read_text(TEXTS[language])
    found = warnings(article, casting.load_cast("default"), rack_of(*offered))
    assert len(found) == (said is not None)
    assert all(re.search(said or "", line) for line in found)


@pytest.mark.parametrize(
    ("language", "narrator"), [("en", "voice en-GB"), ("de-AT", "voice de"), ("zh-CN", "voice cmn")]
)
def test_an_engine_with_many_languages_narrates_in_the_articles_own(language: str, narrator: str) -> None:
    """With `--engine system` German is read by a German voice."""
    chosen = choose_cast(None, "system", rack_of("en-GB", "de", "cmn"), language)
    assert chosen.roles["narration"].engine_voice == narrator
