"""The operating system's voices in our terms: clean language tags, known genders, English first."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from narrate.model import EngineVoice, Gender

VARIANTS = ("f1", "f2", "f3", "f4", "f5", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8")
"""eSpeak NG's numbered speakers: "gmw/en-us+f2" is a woman who speaks American English. Without one, all
its voices are men."""
# The languages whose variants are listed; `find` takes a variant of any voice.
VARIED = ("en-US", "en-GB")


def voices_of(hello: dict[str, Any]) -> list[EngineVoice]:
    """What the worker found, English first, and in it the user's own choice, then American English."""
    voices = [_voice(found) for found in hello["voices"]]
    if hello["driver"] == "espeak":
        voices = [each for voice in voices for each in _with_variants(voice)]
    return sorted(
        voices,
        key=lambda v: (v.language.split("-")[0] != "en", v.name != hello["default"], v.language != "en-US"),
    )


def find(name: str, hello: dict[str, Any]) -> str | None:
    """The driver's identifier for a voice's identifier or display name, or None where there is no such.

    eSpeak NG alone takes a variant after a "+".
    """
    base, plus, variant = name.partition("+") if hello["driver"] == "espeak" else (name, "", "")
    if plus and variant not in VARIANTS:
        return None
    for field in ("id", "name"):
        for voice in hello["voices"]:
            if voice[field] == base:
                return f"{voice['id']}{plus}{variant}"
    return None


def language_tag(reported: str) -> str:
    """Write a language as RFC 5646 section 2.1.1 recommends: "en_us" is "en-US", "Unknown" is "und".

    Control characters, which eSpeak puts before a tag as its priority, are dropped.
    """
    parts = re.sub(r"[\x00-\x1f]", "", reported).replace("_", "-").split("-")
    if not (re.fullmatch(r"[A-Za-z]{2,3}", parts[0]) and all(re.fullmatch(r"\w{1,8}", p) for p in parts)):
        return "und"
    tag = parts[0].lower()
    for before, part in pairwise(parts):
        usual = {2: part.upper(), 4: part.title()}.get(len(part), part.lower())
        tag += "-" + (part.lower() if len(before) == 1 else usual)
    return tag


def gender_of(reported: str) -> Gender | None:
    """Read a gender as the drivers write it: "Male", "VoiceGenderFemale", "VoiceGenderNeuter"."""
    match = re.search(r"female|male", reported.lower())
    if match is None:
        return None
    return "f" if match[0] == "female" else "m"


def _voice(found: dict[str, str]) -> EngineVoice:
    return EngineVoice(
        name=found["id"],
        language=language_tag(found["language"]),
        gender=gender_of(found["gender"]),
        description=found["name"],
    )


def _with_variants(voice: EngineVoice) -> list[EngineVoice]:
    if voice.language not in VARIED:
        return [voice]
    return [voice] + [
        EngineVoice(
            name=f"{voice.name}+{variant}",
            language=voice.language,
            gender="f" if variant.startswith("f") else "m",
            description=f"{voice.description}, speaker {variant}",
        )
        for variant in VARIANTS
    ]
