"""SubRip files, as other programs' readers see them."""

from __future__ import annotations

from datetime import timedelta

import pysubs2
import srt
from hypothesis import given
from hypothesis import strategies as st

from narrate.formats.timed_text.captions import captions
from narrate.formats.timed_text.subrip import harmless, subrip
from tests.formats.told import hostile_texts, told, tried


@given(said=st.lists(st.tuples(st.none() | hostile_texts, hostile_texts), min_size=1, max_size=4))
@tried
def test_two_readers_see_what_is_said_and_no_markup(said: list[tuple[str | None, str]]) -> None:
    """Both srt and pysubs2 give back times and lines, and pysubs2 finds no tag to take out."""
    narration = told(*said)
    file = subrip(narration)
    wanted = [(c.start, c.end, harmless("\n".join(c.lines))) for c in captions(narration, 42, labels=True)]
    strict = list(srt.parse(file, ignore_errors=False))
    assert [s.index for s in strict] == list(range(1, len(wanted) + 1))
    assert [(_ms(s.start), _ms(s.end), s.content) for s in strict] == wanted
    loose = pysubs2.SSAFile.from_string(file, format_="srt") if wanted else []
    assert [(e.start, e.end, e.plaintext) for e in loose] == wanted


def _ms(time: timedelta) -> int:
    return time // timedelta(milliseconds=1)


def test_the_file_is_what_every_player_reads() -> None:
    """Numbers from 1, commas in times, an empty line between cues, names in front of quoted words."""
    assert subrip(told((None, "A ferry ran aground."), ("Ada Moreau", "We waited."))) == (
        "1\n00:00:00,500 --> 00:00:00,900\nA ferry ran aground.\n\n"
        "2\n00:00:01,400 --> 00:00:01,600\nAda Moreau: We waited.\n"
    )
