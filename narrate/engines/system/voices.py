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
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-\w{1,8})*")
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
    """The driver's identifier for a voice's identifier or display name; None if there is no such voice.

    Only eSpeak NG takes a variant after a "+".
    """
    base, plus, variant = name, "", ""
    if hello["driver"] == "espeak":
        base, plus, variant = name.partition("+")
    if plus and variant not in VARIANTS:
        return None
    identifiers = {voice["name"]: voice["id"] for voice in reversed(hello["voices"])}
    identifiers |= {voice["id"]: voice["id"] for voice in hello["voices"]}
    found = identifiers.get(base)
    return None if found is None else f"{found}{plus}{variant}"


def language_tag(reported: str) -> str:
    """Write a language as RFC 5646 section 2.1.1 recommends: "en_us" is "en-US", "Unknown" is "und".

    Control characters, which eSpeak puts before a tag as its priority, are dropped.
    """
    plain = re.sub(r"[\x00-\x1f]", "", reported).replace("_", "-")
    if not _TAG.fullmatch(plain):
        return "und"
    parts = plain.split("-")
    subtags = [_in_usual_case(part, before) for before, part in pairwise(parts)]
    return "-".join([parts[0].lower(), *subtags])


def _in_usual_case(part: str, before: str) -> str:
    """A region in capitals, a script with one; what follows a single letter is an extension."""
    if len(before) > 1 and len(part) == 2:
        return part.upper()
    if len(before) > 1 and len(part) == 4:
        return part.title()
    return part.lower()


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
