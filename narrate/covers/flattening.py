"""Pictures of any kind as plain RGB: 16 bits, CMYK, palettes, transparency, colour profiles."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from PIL.Image import Image

LIGHT, DARK = "#ffffff", "#12263a"
"""Grounds for what can be seen through."""
BRIGHT = 200
"""Of 255: a drawing that is brighter than this in the mean cannot be seen on a light ground."""
_WIDE = ("I;16", "I;16L", "I;16B", "I;16N", "I", "F")
"""Pillow's modes for grey of more than 8 bits."""


def flattened(picture: Image) -> Image:
    """The picture in sRGB, with 8 bits a channel, on a ground that it can be seen on."""
    narrow = _with_8_bits(picture) if picture.mode in _WIDE else picture
    if narrow.has_transparency_data:
        return _on_ground(narrow.convert("RGBA"), picture)
    return _in_srgb(narrow, picture)


def _with_8_bits(picture: Image) -> Image:
    """Grey of 16 bits or more in 8; `convert` would cut off all that is brighter than 255."""
    from PIL import Image

    values = np.asarray(picture, np.float64)
    finite = np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0)
    white = _white(picture.mode, float(finite.max(initial=0.0)))
    levels = np.clip(finite / white * 255, 0, 255)
    return Image.fromarray(np.rint(levels).astype(np.uint8))


def _white(mode: str, brightest: float) -> float:
    """The value that is white. Only 16 bits say it; of others it is the next usual one."""
    if mode.startswith("I;16"):
        return 65_535.0
    usual = (1.0, 255.0, 65_535.0)
    return next((value for value in usual if brightest <= value), brightest)


def _on_ground(picture: Image, original: Image) -> Image:
    """What can be seen through, on a light ground; a bright drawing on a dark one."""
    from PIL import Image

    colours = _in_srgb(picture.convert("RGB"), original)
    alpha = picture.getchannel("A")
    weights = np.asarray(alpha, np.float64)
    grey = np.asarray(colours.convert("L"), np.float64)
    seen = weights.sum()
    brightness = (grey * weights).sum() / seen if seen else 0.0
    ground = Image.new("RGB", picture.size, DARK if brightness > BRIGHT else LIGHT)
    ground.paste(colours, mask=alpha)
    return ground


def _in_srgb(picture: Image, original: Image) -> Image:
    """By the picture's colour profile, if it has one that can be read."""
    from PIL import Image, ImageCms

    profile = original.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(
                picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            return picture.convert("RGB")
        if isinstance(converted, Image.Image):
            return converted
    return picture.convert("RGB")
