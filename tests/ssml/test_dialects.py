"""Each platform gets what it accepts, and nothing that it refuses."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping

import pytest
from lxml import etree

from narrate import ssml
from narrate.model import Script
from tests.helpers import MAN, NARRATOR, NEUTRAL, WOMAN

# What the platforms' own pages list (addresses in narrate/ssml/dialects/), of what we can have to say.
ACCEPTED: Mapping[str, Mapping[str, set[str]]] = {
    "polly": {
        "speak": set(), "p": set(), "s": set(), "break": {"time"}, "lang": {"lang"}, "mark": {"name"},
        "phoneme": {"alphabet", "ph"}, "prosody": {"rate", "volume"}, "say-as": {"interpret-as", "format"},
        "sub": {"alias"},
    },
    "azure": {
        "speak": {"version", "lang"}, "voice": {"name"}, "p": set(), "s": set(), "break": {"time"},
        "lang": {"lang"}, "bookmark": {"mark"}, "phoneme": {"alphabet", "ph"}, "sub": {"alias"},
        "prosody": {"rate", "volume", "pitch", "range", "contour"},
        "say-as": {"interpret-as", "format", "detail"},
    },
    "google": {
        "speak": {"lang"}, "p": set(), "s": set(), "break": {"time"}, "lang": {"lang"}, "mark": {"name"},
        "phoneme": {"alphabet", "ph"}, "prosody": {"rate", "volume", "pitch"}, "sub": {"alias"},
        "say-as": {"interpret-as", "format", "detail"}, "voice": {"name"}, "emphasis": {"level"},
    },
    "alexa": {
        "speak": set(), "p": set(), "s": set(), "break": {"time"}, "lang": {"lang"},
        "phoneme": {"alphabet", "ph"}, "prosody": {"rate", "volume", "pitch"}, "sub": {"alias"},
        "say-as": {"interpret-as"}, "voice": {"name"},
    },
    "espeak": {
        "speak": {"lang"}, "p": set(), "s": set(), "break": {"time"}, "mark": {"name"},
        "prosody": {"rate", "volume", "pitch"}, "sub": {"alias"}, "say-as": {"interpret-as"},
        "voice": {"gender", "variant"}, "emphasis": {"level"},
    },
}  # fmt: skip
EVERYTHING = """<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en-US">
<lexicon uri="a.pls" xml:id="a"/><meta name="title" content="Fish"/>
<p>Fish &amp; &lt;chips&gt; ]]&gt; "q" on <say-as interpret-as="date" format="mdy">1/2/2026</say-as>.
<say-as interpret-as="characters">UN</say-as> <say-as interpret-as="ordinal">3</say-as>
<sub alias='"so" &amp;'>S</sub>
<phoneme ph="dup">dup</phoneme> <token role="x">live</token> <lookup ref="a">Quorl</lookup>
<emphasis level="strong">never</emphasis> <mark name="here"/> <break time="30s"/> <break strength="weak"/>
<prosody rate="5%" pitch="+8st" volume="-6dB" range="high" contour="(0%,+2st)" duration="2s">slow</prosody>
</p>
<voice name="man"><p>A man. <lang xml:lang="fr">Oui.</lang></p></voice><voice name="woman">A woman.</voice>
<audio src="x.wav">No bell.</audio></speak>"""
WORDS = [
    "Fish",
    "<chips>",
    "]]>",
    '"q"',
    "UN",
    "dup",
    "live",
    "Quorl",
    "never",
    "slow",
    "man",
    "Oui",
    "woman",
    "bell",
]


def _script() -> Script:
    return ssml.read(EVERYTHING, (NARRATOR, WOMAN, MAN, NEUTRAL))


def _tree(text: str) -> etree._Element:
    return etree.fromstring(text.encode())


@pytest.mark.parametrize("name", sorted(ssml.DIALECTS))
def test_nothing_is_written_that_the_platform_does_not_list(name: str) -> None:
    """Neither an element nor an attribute, and all the words are there."""
    root = _tree(ssml.adapted(_script(), name).text)
    for element in root.iter():
        tag = etree.QName(element).localname
        assert tag in ACCEPTED[name]
        assert {etree.QName(str(a)).localname for a, _ in element.items()} <= ACCEPTED[name][tag]
    said = "".join(map(str, root.itertext()))
    assert all(word in said for word in WORDS)


@pytest.mark.parametrize("name", sorted(ssml.DIALECTS))
def test_every_change_is_told_with_how_often(name: str) -> None:
    """A lexicon, a recording and a break that is too long are in no dialect of ours."""
    notes = "\n".join(ssml.adapted(_script(), name).notes)
    assert "1 × <lexicon>" in notes
    assert "1 × <audio>" in notes
    assert ("cut to" in notes) == (name != "espeak")
    assert ("<voice> left out" in notes) == (name == "polly")


@pytest.mark.parametrize(
    ("name", "path", "expected"),
    [
        ("polly", "//s:prosody/@rate", ["85%", "20%"]),
        ("polly", "//s:break/@time", ["10000ms"]),
        ("polly", "//s:sub[. = 'UN']/@alias", ["U.N"]),
        ("azure", "//s:prosody/@rate", ["0.85", "0.5"]),
        ("azure", "//s:prosody/@volume", ["+41%", "-50%"]),
        ("azure", "//s:bookmark/@mark", ["u0", "here", "u1", "u2", "u3"]),
        ("azure", "/s:speak/*[not(self::s:voice)]", []),
        ("google", "//s:emphasis/@level", ["strong"]),
        ("google", "//s:say-as[. = 'UN']/@interpret-as", ["characters"]),
        ("alexa", "//say-as[. = 'UN']/@interpret-as", ["characters"]),
        ("alexa", "//mark | //emphasis", []),
        ("espeak", "//s:voice[contains(., 'A man')]/@gender", ["male"]),
        ("espeak", "//s:voice[contains(., 'A woman')]/@gender", ["female"]),
    ],
)  # fmt: skip
def test_values_are_within_what_the_platform_takes(name: str, path: str, expected: list[str]) -> None:
    """Rates, pauses, letters and marks as each of them has them."""
    root = _tree(ssml.adapted(_script(), name).text)
    found = root.xpath(path, namespaces={"s": "http://www.w3.org/2001/10/synthesis"})
    assert isinstance(found, list)
    assert [value for value in found if value not in ("120ms", "200ms", "0ms", "600ms", "350ms")] == expected


@pytest.mark.parametrize(("step", "expected"), [("soft", "-50%"), ("loud", "+58%"), ("silent", "-100%")])
def test_a_step_of_the_volume_is_as_loud_on_azure(step: str, expected: str) -> None:
    """Whose own "loud" is softer than its default."""
    script = ssml.read(f"<speak><prosody volume='{step}'>so</prosody></speak>", (NARRATOR,))
    assert f'volume="{expected}"' in ssml.adapted(script, "azure").text


def test_the_people_have_voices_of_the_platform_by_gender() -> None:
    """A man's for the man and a woman's for the woman, and not the narrator's."""
    root = _tree(ssml.adapted(_script(), "alexa").text)
    names = {"".join(map(str, voice.itertext())).strip(): voice.get("name") for voice in root.iter("voice")}
    assert names["A woman."] in ("Joanna", "Amy", "Kendra", "Salli", "Nicole", "Kimberly")
    assert next(names[said] for said in names if said.startswith("A man.")) in (
        "Matthew",
        "Brian",
        "Joey",
        "Russell",
    )


def _node_package(name: str) -> str | None:
    """The folder of NODE_PATH that holds an npm package."""
    folders = os.environ.get("NODE_PATH", "").split(os.pathsep)
    return next((f for f in folders if f and os.path.isdir(os.path.join(f, name))), None)  # noqa: PTH112, PTH118


@pytest.mark.parametrize(("name", "platform"), [("alexa", "amazon"), ("google", "google")])
def test_a_checker_of_the_platforms_rules_finds_nothing(name: str, platform: str) -> None:
    """npm's ssml-check-core knows what Alexa and Google accept."""
    if not shutil.which("node") or not _node_package("ssml-check-core"):
        pytest.skip("needs node and the npm package ssml-check-core, with NODE_PATH")
    program = """
        const text = require('fs').readFileSync(0, 'utf8');
        require('ssml-check-core').check(text, {platform: process.argv[1]})
            .then(errors => console.log(JSON.stringify(errors || [])));
    """
    text = ssml.adapted(_script(), name).text
    done = subprocess.run(
        ["node", "-e", program, platform], input=text, capture_output=True, text=True, check=True
    )
    # It knows no `lang` and no voices by name for Google; cloud.google.com/text-to-speech/docs/ssml does.
    unknown = {"lang", "voice"} if name == "google" else set()
    assert [error for error in json.loads(done.stdout) if error.get("tag") not in unknown] == []


ESPEAK = """
import ctypes, json, sys, espeakng_loader
class Event(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("id", ctypes.c_uint), ("text", ctypes.c_int), ("size", ctypes.c_int),
                ("audio", ctypes.c_int), ("sample", ctypes.c_int), ("user", ctypes.c_void_p),
                ("name", ctypes.c_char_p)]
marks, samples = [], []
@ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.POINTER(Event))
def take(wave, count, events):
    samples.append(count)
    index = 0
    while events[index].type:
        if events[index].type == 3:
            marks.append((events[index].name.decode(), events[index].audio))
        index += 1
    return 0
library = ctypes.CDLL(espeakng_loader.get_library_path())
rate = library.espeak_Initialize(2, 0, espeakng_loader.get_data_path().encode(), 0)
library.espeak_SetSynthCallback(take)
text = sys.stdin.buffer.read()
library.espeak_Synth(text, len(text) + 1, 0, 1, 0, 0x11, None, None)
library.espeak_Synchronize()
print(json.dumps({"seconds": sum(samples) / rate, "marks": marks}))
"""


def test_espeak_takes_its_dialect_for_real() -> None:
    """Every mark is reached, in order, and the long break is heard."""
    pytest.importorskip("espeakng_loader", reason="needs the extra espeak")
    text = ssml.adapted(_script(), "espeak").text
    done = subprocess.run(
        [sys.executable, "-c", ESPEAK], input=text.encode(), capture_output=True, check=True
    )
    told = json.loads(done.stdout)
    assert [name for name, _ in told["marks"]] == ["u0", "here", "u1", "u2", "u3"]
    times = [time for _, time in told["marks"]]
    assert times == sorted(times)
    assert 25_000 < times[2] - times[1] < 60_000
    assert told["seconds"] < 120
