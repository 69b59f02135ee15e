"""Whether the voices speak the article's language, and which engine does if they do not."""

from __future__ import annotations

from collections.abc import Sequence

from narrate import engines
from narrate.engines.pool import EnginePool
from narrate.errors import NarrateError
from narrate.extras import install_command
from narrate.languages import primary
from narrate.model import Article, Cast, EngineVoice

_ESPEAK_WRITTEN = """
af am an ar as az ba be bg bn bs ca cs cv cy da de el en eo es et eu fa fi fo fr ga gd gn gu haw he hi hr ht
hu hy ia id io is it ja ka kk kl kn ko kok ku ky la lb lt lv mi mk ml mr ms mt my nb ne nl om or pa pap pl pt
qu ro ru sd si sk sl sq sr sv sw ta te th ti tk tn tr tt ug uk ur uz vi yue zh
"""
_ESPEAK = frozenset(_ESPEAK_WRITTEN.split())
"""What eSpeak NG 1.52 speaks, as `narrate voices --engine system` lists it with the extra "espeak"."""


def speaks(voice: str, article: str) -> bool:
    """Whether a voice reads articles in a language, both BCP 47 tags; accents do not matter."""
    return primary(voice) == primary(article)


def by_language(voices: Sequence[EngineVoice], article: str) -> list[EngineVoice]:
    """The voices in their order, those that speak the article's language first."""
    return sorted(voices, key=lambda voice: not speaks(voice.language, article))


def warnings(article: Article, cast: Cast, engine_pool: EnginePool) -> tuple[str, ...]:
    """A line that says which engine speaks the article's language, if the narrator does not; else none."""
    narrator = cast.roles["narration"]
    if speaks(narrator.language, article.language):
        return ()
    problem = f"the article is in {article.language!r}, and the narrator speaks {narrator.language!r}"
    return (f"{problem}: {way_out(article.language, narrator.engine, engine_pool)}",)


def way_out(language: str, narrator: str, engine_pool: EnginePool) -> str:
    """What a user can do if no voice of the engine `narrator` speaks the language of the article."""
    engine = _other_engine(language, narrator, engine_pool)
    if engine:
        return f"--engine {engine} has a voice for it"
    if primary(language) in _ESPEAK:
        return f"--engine system has a voice for it after {install_command('espeak')}"
    return "no engine that is known has a voice for it"


def _other_engine(language: str, narrator: str, engine_pool: EnginePool) -> str | None:
    """The first engine with a voice for a language, apart from the narrator's and the one that only beeps."""
    for name in engines.names():
        if name not in (narrator, "tone") and _offers(name, language, engine_pool):
            return name
    return None


def _offers(engine: str, language: str, engine_pool: EnginePool) -> bool:
    try:
        voices = engine_pool[engine].voices()
    except NarrateError:  # not installed, or not set up
        return False
    return any(voice.installed and speaks(voice.language, language) for voice in voices)
