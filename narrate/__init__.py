"""Turn an article into speech that a person wants to listen to.

    import narrate
    narrate.narrate("article.txt", ["article.mp3"])

The names below are imported when they are used, so that `import narrate` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from narrate.version import __version__

if TYPE_CHECKING:
    from narrate.pipeline import (
        NarrateError,
        direct,
        find_quotations,
        load_cast,
        narrate,
        read,
        sentences,
        spoken,
    )

__all__ = [
    "NarrateError",
    "__version__",
    "direct",
    "find_quotations",
    "load_cast",
    "narrate",
    "read",
    "sentences",
    "spoken",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("narrate.pipeline"), name)
