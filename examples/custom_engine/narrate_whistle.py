"""An engine of your own: it whistles as long as the text is.

pip install ./examples/custom_engine
narrate article.txt -o article.mp3 --engine whistle
"""

from collections.abc import Sequence
from xml.etree import ElementTree

import numpy as np

from narrate.errors import EngineError
from narrate.model import EngineVoice, Speech, Voice

HERTZ = {"low": 600.0, "high": 900.0}


class WhistleEngine:
    """What an engine needs; docs/engines.md has what else it may have."""

    name = "whistle"
    version = "1"  # change it when the same text would sound different: the cache asks
    sample_rate = 16_000
    honours = frozenset({"speak"})  # everything else is turned into plain text before we get it

    def voices(self) -> Sequence[EngineVoice]:
        return [EngineVoice(name, "en-US", gender=None) for name in HERTZ]

    def synthesize(self, ssml: str, voice: Voice) -> Speech:
        if voice.engine_voice not in HERTZ:
            raise EngineError("unknown voice", voice.engine_voice, "one of " + ", ".join(HERTZ))
        text = "".join(ElementTree.fromstring(ssml).itertext()).strip()
        seconds = 0.06 * len(text) / voice.rate
        time = np.arange(round(seconds * self.sample_rate)) / self.sample_rate
        sound = 0.2 * np.sin(2 * np.pi * HERTZ[voice.engine_voice] * 2 ** (voice.pitch / 12) * time)
        return Speech(sound.astype(np.float32), self.sample_rate)

    def close(self) -> None:
        pass
