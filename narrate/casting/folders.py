"""Where casts and lexicons lie: a user's own, and those that come with the product."""

from __future__ import annotations

from pathlib import Path

from narrate.folders import config_folder


def voices_folder() -> Path:
    """Where the casts lie that come with the product: in the wheel, or at the top of a checkout."""
    installed = Path(__file__).parents[1] / "voices"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "voices"


def own_folder() -> Path:
    """Where a user's own casts lie, which take precedence over those of the product with the same name."""
    return config_folder() / "voices"


def names() -> list[str]:
    """Names of the casts that there are."""
    return sorted({path.stem for folder in (own_folder(), voices_folder()) for path in folder.glob("*.toml")})
