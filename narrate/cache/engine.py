"""An engine that looks up what has been spoken before."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict

from narrate.cache.speech_file import FORMAT, is_sound, packed, unpacked
from narrate.cache.store import Store
from narrate.engines import Engine
from narrate.engines.around import EngineAround
from narrate.model import Speech, Voice


def cached(engine: Engine, store: Store | None) -> Engine:
    """The engine with a cache, or the engine itself if there is no store."""
    return engine if store is None else _CachedEngine(engine, store)


def speak_anew(engine: Engine, ssml: str, voice: Voice) -> Speech:
    """Speak a document past the cache, if the engine has one."""
    return (
        engine.speak_anew(ssml, voice)
        if isinstance(engine, _CachedEngine)
        else engine.synthesize(ssml, voice)
    )


def keep(engine: Engine, ssml: str, voice: Voice, speech: Speech) -> None:
    """Keep a take in the place of the one that is in the cache, if there is a cache."""
    if isinstance(engine, _CachedEngine):
        engine.keep(ssml, voice, speech)


class _CachedEngine(EngineAround):
    """Speaks with another engine, each document once. Errors are not kept."""

    def __init__(self, engine: Engine, store: Store) -> None:
        super().__init__(engine)
        self._store = store

    def synthesize(self, ssml: str, voice: Voice) -> Speech:
        key = self._key(ssml, voice)
        content = self._store.get(key)
        if content is not None:
            kept = _understood(content, ssml)
            if kept is not None:
                return kept
        speech = self._engine.synthesize(ssml, voice)
        self._store.put(key, packed(speech))
        return speech

    def speak_anew(self, ssml: str, voice: Voice) -> Speech:
        """Speak a document that is in the cache, too."""
        return self._engine.synthesize(ssml, voice)

    def keep(self, ssml: str, voice: Voice, speech: Speech) -> None:
        """Take this for what the engine says from now on."""
        self._store.put(self._key(ssml, voice), packed(speech))

    def _key(self, ssml: str, voice: Voice) -> str:
        """All that the sound depends on; every field of the voice, so that a new one is not forgotten."""
        content = json.dumps([FORMAT, self.name, self.version, ssml, asdict(voice)], sort_keys=True)
        return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


def _understood(content: bytes, ssml: str) -> Speech | None:
    """The speech that was kept; None if it is none, or none of this document."""
    try:
        speech = unpacked(content)
    except Exception:  # NumPy and zipfile have many words for damage; whatever it is, it is spoken anew
        return None
    return speech if is_sound(speech, len(ssml)) else None
