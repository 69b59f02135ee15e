"""What a voice says when it auditions."""

from __future__ import annotations

import re
from pathlib import Path

from narrate.errors import OutputError
from narrate.model import Article, Block, Cast, Script, Section, Utterance, Voice


def introduction(voice: Voice, cast: Cast) -> Script:
    """A script of one utterance, in which a voice says who it is and what it does in its cast."""
    name = " ".join(re.findall(r"\w+", voice.instead_of or voice.name))
    text = f"My name is {name.capitalize()}. {_part(voice, cast)}"
    article = Article(text, (Block("paragraph", text, 0, len(text)),), name)
    utterance = Utterance(0, 0, "narration", None, voice, text, 0, len(text), 0)
    return Script(article, (utterance,), (Section(name, 0),))


def clip_path(folder: Path, voice: Voice) -> Path:
    """`<folder>/<voice>.wav`; the folder is made where it is missing. Raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError("cannot make the folder", folder, "name another one with --audition") from error
    name = "-".join(re.findall(r"\w+", voice.instead_of or voice.name))
    return folder / f"{name}.wav"


def _part(voice: Voice, cast: Cast) -> str:
    if voice.name == cast.roles["narration"].name:
        return "I tell the story, from the first sentence to the last."
    if any(voice.name == each.name for pool in cast.pools.values() for each in pool):
        return "I speak for one of the people whom the story quotes."
    return "You hear me where something stands apart from the story."
