"""Azure AI Speech: https://learn.microsoft.com/azure/ai-services/speech-service/speech-synthesis-markup-structure

Every word stands in a `voice` directly in `speak`, so paragraphs go inside the voices. `mark` is called
`bookmark`. A rate is a factor without a sign, since a percentage there is a change: Azure takes 80% for
+80% (speech-synthesis-markup-voice). `emphasis` is known to three voices only and may not stand in a
sentence, so it is `prosody`. A document has at most 50 voices and sounds (speech-services-quotas-and-limits),
and a break lasts 20 s at the most. A pitch should be 0.5 to 1.5 times the voice's own; what is beyond is
limited there. Voices, rates, volumes and `emphasis` were held against the pages' sources
(https://github.com/MicrosoftDocs/azure-ai-docs: speech-synthesis-markup-voice, language-support/tts) in 2026.
"""

from __future__ import annotations

from lxml import etree

from narrate import prosody
from narrate.ssml.dialects.adapting import Dialect, attributes
from narrate.ssml.lowering import strip_unwrapped, unwrap
from narrate.ssml.nesting import element
from narrate.ssml.vocabulary import NAMESPACE

LONGEST_FACTOR, SHORTEST_FACTOR = 2.0, 0.5
"""What Azure takes as a rate (speech-synthesis-markup-voice, "Adjust prosody")."""


def _rate(value: str) -> str:
    return f"{min(max(prosody.rate(value), SHORTEST_FACTOR), LONGEST_FACTOR):.3g}"


def _volume(value: str) -> str:
    """A change of the amplitude in percent, also for a step: Azure's "loud" is below its default."""
    return f"{min((10 ** (prosody.volume(value) / 20) - 1) * 100, 100):+.0f}%"


DIALECT = Dialect(
    name="Azure AI Speech",
    elements=attributes(
        speak="xml:lang",
        p="",
        s="",
        **{"break": "time"},
        lang="xml:lang",
        mark="name",
        phoneme="alphabet ph",
        prosody="rate pitch volume contour range",
        say_as="interpret-as format detail",
        sub="alias",
        voice="name",
    ),
    say_as=frozenset(
        {
            "characters",
            "spell-out",
            "cardinal",
            "number",
            "ordinal",
            "number_digit",
            "fraction",
            "date",
            "time",
            "duration",
            "telephone",
            "currency",
            "address",
            "name",
        }
    ),
    limit=64_000,  # bytes of a message over its WebSocket (speech-services-quotas-and-limits)
    limit_unit="bytes",
    longest_break=20.0,
    most_voices=50,
    voices={
        "f": (
            "en-US-AvaNeural",
            "en-US-JennyNeural",
            "en-US-AriaNeural",
            "en-US-EmmaNeural",
            "en-US-MichelleNeural",
        ),
        "m": ("en-US-AndrewNeural", "en-US-GuyNeural", "en-US-BrianNeural", "en-US-EricNeural"),
    },
    values={("prosody", "rate"): _rate, ("prosody", "volume"): _volume},
    renamed={"mark": ("bookmark", {"name": "mark"})},
    root={"version": "1.0"},
)
_VOICE = f"{{{NAMESPACE}}}voice"


def finish(root: etree._Element) -> str:
    """Put the voices outside of the paragraphs, one for each stretch that one voice speaks."""
    waiting: list[etree._Element] = []
    for part in _taken_out(root):
        spoken = next(part.iter(_VOICE), None)
        if spoken is None:
            waiting.append(part)
            continue
        _open_voice(root, waiting, spoken.get("name", ""))
        root[-1].extend(waiting)
        waiting = []
        root[-1].append(_paragraph(part, spoken))
    _move_breaks(waiting, root)
    return etree.tostring(root, encoding="unicode")


def _taken_out(root: etree._Element) -> list[etree._Element]:
    """What stands in the paragraphs, which go."""
    parts = [part for paragraph in root for part in paragraph]
    for part in parts:
        part.tail = None
    for paragraph in list(root):
        root.remove(paragraph)
    return parts


def _open_voice(root: etree._Element, waiting: list[etree._Element], name: str) -> None:
    """Begin a voice, unless the one that speaks already has its name."""
    if not _is_speaking(root, name):
        # What follows speech, its break, stays with it; a bookmark goes with what it is before.
        _move_breaks(waiting, root)
        root.append(element("voice", {"name": name}))


def _is_speaking(root: etree._Element, name: str) -> bool:
    """Whether the voice that was put into the document last has this name."""
    return len(root) > 0 and root[-1].get("name") == name


def _paragraph(part: etree._Element, spoken: etree._Element) -> etree._Element:
    """A paragraph of one part, without the voice in it, which stands around it now."""
    spoken.attrib.clear()
    paragraph = element("p")
    paragraph.append(part)
    unwrap(spoken)
    strip_unwrapped(paragraph)
    return paragraph


def _move_breaks(waiting: list[etree._Element], root: etree._Element) -> None:
    """Move the breaks among the parts that wait to the voice before them, where there is one."""
    if not len(root):
        return
    breaks = [part for part in waiting if etree.QName(part).localname == "break"]
    for part in breaks:
        root[-1].append(part)
        waiting.remove(part)
