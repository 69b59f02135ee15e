"""Covers, as they are seen: by their pixels."""

from __future__ import annotations

import io
from itertools import count
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw

from narrate.covers import made_cover, picture_cover
from narrate.errors import SourceError
from narrate.model import Article

TITLE = "Ferry to Port Ansel is late again"


def _article(
    title: str = TITLE, site: str | None = "The Ansel Post", day: str | None = "2019-03-07"
) -> Article:
    return Article(title, (), title, site=site, published=day)


def _opened(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as image:
        assert image.format == "JPEG"
        return image.convert("RGB")


def _luminance(colour: tuple[int, ...]) -> float:
    """WCAG 2.2, "relative luminance"."""
    parts = [c / 255 for c in colour[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: tuple[int, ...], two: tuple[int, ...]) -> float:
    """WCAG 2.2, "contrast ratio"."""
    low, high = sorted([_luminance(one), _luminance(two)])
    return (high + 0.05) / (low + 0.05)


def _colours(image: Image.Image, box: tuple[int, int, int, int]) -> list[tuple[int, ...]]:
    """The ground of a part, and the colour that is drawn on it most."""
    part = np.asarray(image.crop(box), np.int16).reshape(-1, 3)
    ground = _commonest(part)
    return [ground, _commonest(part[np.abs(part - ground).max(axis=1) > 60])]


def _commonest(colours: NDArray[np.int16]) -> tuple[int, ...]:
    found, count = np.unique(colours @ np.array([65_536, 256, 1]), return_counts=True)
    return tuple(int(found[np.argmax(count)]).to_bytes(3))


def test_it_has_the_size_that_directories_ask_for() -> None:
    """And one for players that shows the same."""
    cover = made_cover(_article())
    large, small = _opened(cover.image), _opened(cover.thumbnail)
    assert (large.size, small.size) == ((3000, 3000), (1000, 1000))
    difference = ImageChops.difference(large.resize((1000, 1000)), small).convert("L")
    assert np.asarray(difference).mean() < 2
    assert len(cover.image) < 2_000_000


@pytest.mark.slow
def test_whatever_the_colours_all_can_be_read() -> None:
    """Every palette has letters of 7:1 or more on its ground, and bars of 4.5:1 or more."""
    seen: set[tuple[int, ...]] = set()
    for number in count():
        image = _opened(made_cover(_article(f"{TITLE} {number}")).thumbnail)
        ground, letters = _colours(image, (80, 80, 920, 300))
        assert _contrast(ground, letters) >= 7
        under, bars = _colours(image, (80, 680, 920, 750))
        assert _contrast(under, bars) >= 4.5
        seen.add(tuple(round(c / 8) for c in ground))
        if len(seen) == 8 or number > 60:
            break
    assert len(seen) == 8


@pytest.mark.slow
def test_the_margins_stay_free() -> None:
    """No title is so long or so wide that it runs out of the picture or into the bars."""
    for title in ("x " * 900, "W" * 500, "Rindfleischetikettierungsüberwachungsaufgaben " * 9, "Why?"):
        image = _opened(made_cover(_article(title)).image)
        ground = image.getpixel((5, 5))
        assert isinstance(ground, tuple)
        blank = Image.new("RGB", image.size, ground)
        difference = ImageChops.difference(image, blank).convert("L").point(lambda v: 255 * (v > 60))
        left, top, right, bottom = difference.getbbox() or (0, 0, 0, 0)
        assert min(left, top, 3000 - right, 3000 - bottom) >= 150
        assert difference.crop((0, 1830, 3000, 1990)).getbbox() is None


def test_the_alternative_text_says_what_is_there() -> None:
    """Title, publisher, day."""
    assert made_cover(_article()).alt == (
        "Cover with the title “Ferry to Port Ansel is late again”, The Ansel Post, 7 March 2019, "
        "and a row of bars like a sound wave."
    )


@pytest.mark.parametrize("title", ["停火之后", "الماء عال", "🐐"])
def test_letters_that_the_font_lacks_are_no_boxes(title: str) -> None:
    """The place of the title stays empty, and the alternative text says so."""
    cover = made_cover(_article(title))
    assert np.ptp(np.asarray(_opened(cover.image).crop((240, 240, 2760, 1800))), axis=(0, 1)).max() < 4
    assert "no title" in cover.alt


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("🚢 Ferry late again 🌫️", "Ferry late again"),
        ("Café 1️⃣ opens for 👩\u200d👩\u200d👧", "Café 1 opens for"),
        ("Visit to Rome (羅馬) again", "Visit to Rome again"),
        ("𝐁𝐨𝐥𝐝 news", "Bold news"),
        ("🇫🇷 – a story", "a story"),
        ("\ufeffHidden\u200b signs", "Hidden signs"),
    ],
)
def test_a_title_keeps_its_words_beside_emoji(title: str, shown: str) -> None:
    """What is drawn is what the alternative text says, and it looks as if the emoji had never been there."""
    cover = made_cover(_article(title))
    assert f"the title “{shown}”" in cover.alt
    plain = _opened(made_cover(_article(shown)).image).convert("L")
    seen = _opened(cover.image).convert("L")
    box = (240, 240, 2760, 1800)
    drawn = [np.asarray(image.crop(box)) > 128 for image in (plain, seen)]
    assert np.mean(drawn[0] != drawn[1]) < 0.001
    assert drawn[0].any()


@pytest.mark.parametrize("title", ["Осада города", "Η πόλη", "Łódź – “Ça va”"])
def test_letters_of_europe_are_drawn(title: str) -> None:
    """Cyrillic, Greek and accents."""
    cover = made_cover(_article(title))
    assert title in cover.alt
    assert _contrast(*_colours(_opened(cover.thumbnail), (80, 80, 920, 330))) >= 7


def test_the_same_article_gives_the_same_bytes() -> None:
    """And another title other colours or bars."""
    assert made_cover(_article()) == made_cover(_article())
    assert made_cover(_article()).image != made_cover(_article("Another")).image


def test_a_picture_becomes_a_square(tmp_path: Path) -> None:
    """Its middle, upright; what it shows is said where that is known."""
    wide = Image.new("RGB", (400, 200), "red")
    wide.paste("blue", (100, 0, 300, 200))
    wide.save(tmp_path / "harbour.png")
    cover = picture_cover(tmp_path / "harbour.png", "A harbour")
    image = _opened(cover.image)
    assert image.size == (3000, 3000)
    corners = np.asarray(image)[[9, 9, 2990, 2990], [9, 2990, 9, 2990]]
    assert corners.mean(0) == pytest.approx([0, 0, 255], abs=9)
    assert cover.alt == "A harbour"
    assert "harbour.png" in picture_cover(tmp_path / "harbour.png").alt


def _disc(mode: str, ground: tuple[int, ...], colour: tuple[int, ...]) -> Image.Image:
    image = Image.new(mode, (300, 300), ground)
    ImageDraw.Draw(image).ellipse((60, 60, 240, 240), fill=colour)
    return image


def _centre_and_edge(path: Path) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """What is seen in the middle of a cover and in a corner."""
    image = _opened(picture_cover(path).thumbnail)
    found = [image.getpixel(place) for place in ((500, 500), (20, 20))]
    return tuple(found)  # type: ignore[return-value]


def _write_transparent(path: Path, kind: str) -> None:
    """A black disc of which all around is transparent, and not white below."""
    drawing = _disc("RGBA", (255, 0, 0, 0), (0, 0, 0, 255))
    if kind == "alpha":
        drawing.save(path)
    elif kind == "palette":
        drawing.quantize(4).save(path)
    elif kind == "grey":
        drawing.convert("LA").save(path)
    elif kind == "colour":
        _disc("RGB", (0, 255, 0), (0, 0, 0)).save(path, transparency=(0, 255, 0))
    else:
        indexed = _disc("P", (1,), (0,))
        indexed.putpalette([0, 0, 0, 255, 0, 0])
        indexed.save(path, transparency=1)


@pytest.mark.parametrize(
    ("suffix", "kind"),
    [
        (".png", "alpha"), (".webp", "alpha"), (".tif", "alpha"), (".png", "palette"), (".png", "grey"),
        (".png", "colour"), (".png", "index"), (".gif", "index"),
    ],
)  # fmt: skip
def test_a_transparent_picture_is_on_a_light_ground(tmp_path: Path, suffix: str, kind: str) -> None:
    """A black drawing stays one, in every way in which a file can say what is transparent."""
    path = tmp_path / f"logo{suffix}"
    _write_transparent(path, kind)
    centre, edge = _centre_and_edge(path)
    assert max(centre) < 10
    assert min(edge) > 245


def test_a_white_drawing_is_on_a_dark_ground(tmp_path: Path) -> None:
    """On white it could not be seen."""
    _disc("RGBA", (0, 0, 0, 0), (255, 255, 255, 255)).save(tmp_path / "logo.png")
    centre, edge = _centre_and_edge(tmp_path / "logo.png")
    assert _contrast(centre, edge) > 7


def test_what_is_half_transparent_is_mixed_with_the_ground(tmp_path: Path) -> None:
    """Half of red on white is pink."""
    Image.new("RGBA", (300, 300), (255, 0, 0, 128)).save(tmp_path / "half.png")
    assert _centre_and_edge(tmp_path / "half.png")[0] == pytest.approx((255, 127, 127), abs=4)


@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_16_bits_of_grey_are_not_cut_off(tmp_path: Path, suffix: str) -> None:
    """A ramp from black to white has its middle in the middle."""
    ramp = np.tile(np.linspace(0, 65_535, 300), (300, 1)).astype(np.uint16)
    Image.fromarray(ramp).save(tmp_path / f"ramp{suffix}")
    image = _opened(picture_cover(tmp_path / f"ramp{suffix}").thumbnail)
    levels = np.asarray(image.convert("L"), np.int16)[500, [50, 500, 950]]
    assert levels == pytest.approx([13, 128, 242], abs=6)


@pytest.mark.parametrize("suffix", [".jpg", ".tif"])
def test_colours_of_print_stay_what_they_are(tmp_path: Path, suffix: str) -> None:
    """Red in CMYK is red."""
    Image.new("CMYK", (300, 300), (0, 255, 255, 0)).save(tmp_path / f"print{suffix}")
    assert _centre_and_edge(tmp_path / f"print{suffix}")[0] == pytest.approx((254, 0, 0), abs=12)


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"no picture", "JPEG, PNG or WebP"), (b"", "JPEG, PNG or WebP"), (None, "No such file")],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, content: bytes | None, words: str) -> None:
    """With the file's name and what to do."""
    path = tmp_path / "cover.png"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SourceError, match=rf"cannot read the picture: .*cover\.png .*{words}"):
        picture_cover(path)


def test_a_picture_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    """By its size, before it is unpacked."""
    Image.new("1", (12_000, 12_000)).save(tmp_path / "bomb.png")
    with pytest.raises(SourceError, match=r"too large: .*bomb\.png"):
        picture_cover(tmp_path / "bomb.png")
