"""Turn an article into speech that a person wants to listen to.

    import narrate
    narrate.narrate("article.txt", ["article.mp3"])

What `narrate.__all__` lists is stable; everything else may change. The names are imported when they are used,
so that `import narrate` costs nothing. Nothing here reads a narrate.toml, except for `load_options`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from narrate.version import __version__

if TYPE_CHECKING:
    from narrate.errors import NarrateError
    from narrate.model import (
        Article,
        Block,
        Cast,
        Narration,
        Quotation,
        Script,
        Speaker,
        Utterance,
        Voice,
    )
    from narrate.options import Options
    from narrate.pipeline.api import (
        Production,
        audition,
        direct,
        find_quotations,
        load_cast,
        narrate,
        play,
        read,
        sentences,
        spoken,
        write_script,
    )
    from narrate.pipeline.defaults import load_options

__all__ = [
    "Article",
    "Block",
    "Cast",
    "NarrateError",
    "Narration",
    "Options",
    "Production",
    "Quotation",
    "Script",
    "Speaker",
    "Utterance",
    "Voice",
    "__version__",
    "audition",
    "direct",
    "find_quotations",
    "load_cast",
    "load_options",
    "narrate",
    "play",
    "read",
    "sentences",
    "spoken",
    "write_script",
]

_HOMES = {
    "narrate.errors": ("NarrateError",),
    "narrate.model": (
        "Article", "Block", "Cast", "Narration", "Quotation", "Script", "Speaker", "Utterance", "Voice",
    ),
    "narrate.options": ("Options",),
    "narrate.pipeline.defaults": ("load_options",),
}  # fmt: skip
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}
"""The module that a public name is imported from; all others come from `narrate.pipeline.api`."""


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(_HOME_OF.get(name, "narrate.pipeline.api"))
    return getattr(module, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
