"""Take the pictures of the player in docs/: a telephone and a desktop, light and dark, in Chromium.

python benchmarks/player_pictures.py [ARTICLE] -o docs      (needs chromium, and Pillow for small files)
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, ViewportSize, sync_playwright

import narrate

EXAMPLE = Path(__file__).parents[1] / "docs" / "example-article.txt"
SCREENS: dict[str, ViewportSize] = {
    "desktop": {"width": 1200, "height": 760},
    "phone": {"width": 390, "height": 780},
}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WORD = "#t=108"
"""A place of the example in the midst of a quotation."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        page = Path(folder) / "a.html"
        narrate.narrate(arguments.article, page)
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for screen, size in SCREENS.items():
            for scheme in SCHEMES:
                take(browser, page, size, scheme, arguments.output / f"player-{screen}-{scheme}.png")


def take(
    browser: Browser, path: Path, size: ViewportSize, scheme: Literal["light", "dark"], output: Path
) -> None:
    """One picture of the page at a word, in 256 colours."""
    page = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    page.goto(path.as_uri() + WORD)
    page.wait_for_selector("html.ready .now")
    page.wait_for_timeout(500)  # the sound has to be found before its word is marked
    page.screenshot(path=output)
    page.close()
    Image.open(output).convert("RGB").quantize(256).save(output, optimize=True)


if __name__ == "__main__":
    main()
