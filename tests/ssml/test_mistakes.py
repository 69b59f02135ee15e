"""What is wrong in a document gets its line, its column and a way out."""

from __future__ import annotations

import pytest

from narrate import ssml
from narrate.errors import MarkupError
from tests.helpers import NARRATOR

BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    ("document", "named"),
    [
        ("", ["line 1, column 1"]),
        ("plain", ["line 1, column 1", "not well-formed"]),
        ("<speak>\n <s>a</p></speak>", ["line 2, column 8", "mismatched tag", "close the elements"]),
        ("<speak>a & b</speak>", ["line 1, column 11", "&amp;"]),
        ("<speak>&nbsp;</speak>", ["undefined entity", "number"]),
        ("<speak>a\x00</speak>", ["line 1"]),
        ("<speak>\ud800</speak>", ["line 1"]),
        ("<speak>" + "<prosody>" * 100_000, ["more than 200", "flatten"]),
        ("<speak>" + "<s>" * 100_000 + "x" + "</s>" * 100_000 + "</speak>", ["more than 200"]),
        (f"<!DOCTYPE speak [<!ENTITY e0 'ha'>{BOMB}]><speak>&e11;</speak>", ["document type", "DOCTYPE"]),
        ("<!DOCTYPE speak [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><speak>&a;</speak>", ["document type"]),
        (
            "<!DOCTYPE speak SYSTEM 'http://example.org/x.dtd'><speak>a</speak>",
            ["document type", "example.org"],
        ),
        ("<!DOCTYPE x><speak>a</speak>", ["document type"]),
        ("<html>a</html>", ["<speak>", "<html>"]),
        (
            '<speak xmlns="urn:wrong">a</speak>',
            ["namespace", "urn:wrong", "http://www.w3.org/2001/10/synthesis"],
        ),
        (
            "<speak>\n\n  <brake/>a</speak>",
            ["line 3, column 3", "unknown element", "<brake>", "did you mean break"],
        ),
        ("<speak><break tim='1s'/>a</speak>", ["column 8", "tim", "did you mean time"]),
        ("<speak><break time='soon'/>a</speak>", ["soon", "250ms"]),
        ("<speak><break time='4000s'/>a</speak>", ["line 1, column 8", "4000s", "600s"]),
        ("<speak><break>x</break>a</speak>", ["<break>", "holds nothing"]),
        ("<speak><prosody rate='0%'>a</prosody></speak>", ["0%", "above 0%"]),
        ("<speak><prosody rate='-100%'>a</prosody></speak>", ["-100%"]),
        ("<speak><prosody contour='up'>a</prosody></speak>", ["up", "(0%,+20Hz)"]),
        ("<speak><voice gender='dog'>a</voice></speak>", ["dog", "male, female"]),
        ("<speak><say-as>a</say-as></speak>", ["interpret-as"]),
        ("<speak><sub alias='x'>a<break/></sub></speak>", ["<sub>", "text only", "<break>"]),
        ("<speak><phoneme alphabet='x-sampa' ph='#'>a</phoneme></speak>", ["X-SAMPA", "#"]),
        ("<speak><phoneme ph='a&lt;b'>a</phoneme></speak>", ["IPA", "<"]),
        ("<speak><speak>a</speak></speak>", ["<speak>"]),
        ("<speak version='3'>a</speak>", ["version", "1.1"]),
        ("<speak xml:lang='no language'>a</speak>", ["no language", "en-GB"]),
        ("<speak><meta name='a' content='b'/> </speak>", ["nothing to say"]),
    ],
)
def test_a_mistake_gets_its_place_and_a_way_out_in_one_line(document: str, named: list[str]) -> None:
    """Broken and hostile documents cost one clear line, at once, and no file or address is opened."""
    with pytest.raises(MarkupError) as caught:
        ssml.read(document, (NARRATOR,))
    message = str(caught.value)
    assert all(part in message for part in named), message
    assert "\n" not in message
    assert len(message) < 300
