"""Where a user's own files are."""

from __future__ import annotations

from pathlib import Path


def config_folder() -> Path:
    """The folder of a user's own defaults, casts and lexicons; it need not exist."""
    from platformdirs import user_config_path

    return user_config_path("narrate", appauthor=False)


def in_home(path: str | Path) -> Path:
    """The path with "~" as the user's folder; as it is if it names a user who does not exist."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)
