"""What the hibari engine sends to its network: phonemes, and the characters that they stand for."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hibari.g2p import G2P

from narrate.engines.common.document import parse
from narrate.engines.hibari.adapter import GraphemeToPhoneme
from narrate.engines.hibari.ipa import to_misaki
from narrate.engines.hibari.normalizing import align
from narrate.engines.hibari.phonemes import LONGEST, Phrase, phrases

READER = GraphemeToPhoneme()
ITS_OWN = G2P()
"""What hibari's command reads with."""
ALPHABET = frozenset('AIOQSTWYabdfhijklmnpstuvwzæðŋɑɐɔəɛɜɡɪɹʃʊʌʒʤʧθᵊᵻˈˌ ;:,.!?—…"()“”')


def _phrases(inner: str) -> list[Phrase]:
    return phrases(parse(f"<speak>{inner}</speak>"), READER, ALPHABET)


def _phonemes(inner: str) -> str:
    return " ".join(chunk.phonemes for phrase in _phrases(inner) for chunk in phrase.chunks)


@pytest.mark.parametrize(
    "text",
    [
        "The old mill burned down, and nobody knew why.",
        "At 7:30 pm on 3 May 2021, 1,250 people paid $9.99 each.",
        "We can't go, said Dr. Miller — not today.",
        "I will read what they read to the end of the use.",
        "Temperatures fell to -5°C (23°F) near St Orvin's.",
    ],
)
def test_a_sentence_keeps_the_context_of_its_words(text: str) -> None:
    """The phonemes are those that hibari's reader gives for the whole sentence."""
    assert _phonemes(text) == ITS_OWN(text)


@pytest.mark.parametrize(
    ("inner", "same_as"),
    [
        ("The <sub alias='Road Safety Board'>RSB</sub> met.", "The Road Safety Board met."),
        ("The <sub alias='Road Safety Board'>RSB</sub>'s vote.", "The Road Safety Board's vote."),
        (
            "He <prosody rate='80%'>read</prosody> it<prosody pitch='+2st'>, too</prosody>.",
            "He read it, too.",
        ),
        ("[Bread](/ˈsɪr/) left.", "(Bread)(/ˈsɪr/) left."),
        ('"Now the read is over," he said.', "Now the read is over, he said."),
        ("“Now we can't go,” he said. «The end.»", "Now we can't go, he said. The end."),
    ],
)
def test_markup_inside_a_sentence_does_not_change_how_it_is_read(inner: str, same_as: str) -> None:
    """An alias is read in its place; prosody and look-alike commands leave the reading alone."""
    assert _phonemes(inner) == ITS_OWN(same_as)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Peter Lindqvist left.", "zˈiəɹ", "pˈiTəɹ lˈɪnd"),
        ("William Carter left.", "zˈiəɹ", "wˈɪljəm kˈɑɹTəɹ"),
        ("He saw Henry VIII there.", "viˌI", "hˈɛnɹi ði ˈAθ"),
        ("See Chapter IV.", "ˌIvˈi", "ʧˈæptəɹ fˈɔɹ"),
        ("Read Part Introduction.", "ˈO", "pˈɑɹt ˌɪntɹədˈʌkʃən"),
    ],
)
def test_names_are_no_numerals(text: str, wrong: str, right: str) -> None:
    """A king's number is read as one, and a surname that begins like a number is not."""
    assert right in _phonemes(text)
    assert wrong not in _phonemes(text)


@pytest.mark.parametrize(
    ("inner", "phonemes"),
    [
        ("<phoneme ph='ˈbɪəl'>Beale</phoneme> spoke.", "bˈiəl spˈOk."),
        ("“<phoneme ph='moʊ'>Mow</phoneme>,” he said.", "mO, hi sˈɛd."),
        ("Go to <phoneme ph='ˈnuːɹə'>Noora</phoneme>", "ɡˌO tə nˈuɹə"),
        ("<phoneme ph='☃'>Snow</phoneme>", "snˈO"),
    ],
)
def test_a_phoneme_element_is_said_as_written(inner: str, phonemes: str) -> None:
    """It joins the comma after it; where its IPA holds no sound, the text is read instead."""
    assert _phonemes(inner) == phonemes


@pytest.mark.parametrize(
    ("source", "normal", "ranges"),
    [
        ("one two", "one two", ["one", "two"]),
        ("at 7:30 sharp", "at seven thirty sharp", ["at", "7:30", "7:30", "sharp"]),
        ("on 3 May at", "on the third of May at", ["on", "3", "3", "3", "May", "at"]),
        ("a 5 km run", "a 5 kilometers run", ["a", "5", "km", "run"]),
        ("odd ~", "odd", ["odd"]),
        ("", "", []),
    ],
)
def test_a_word_of_the_reading_knows_where_it_was_written(
    source: str, normal: str, ranges: list[str]
) -> None:
    """Words in both texts go together; what was rewritten goes to the stretch it was made of."""
    assert [source[slice(*span)] for span in align(source, normal)] == ranges


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("the bridge was closed, " * 20 + "at last", ","),
        ("the bridge was closed and " * 20 + "again", None),
    ],
)
def test_a_long_sentence_is_split_and_nothing_is_lost(text: str, ends: str | None) -> None:
    """Each phrase fits the network; the cut is after a clause where there is one."""
    found = _phrases(text)
    sizes = [len(" ".join(chunk.phonemes for chunk in phrase.chunks)) for phrase in found]
    assert len(found) > 1
    assert max(sizes) <= LONGEST
    assert _phonemes(text).replace(" ", "") == ITS_OWN(text).replace(" ", "")
    if ends:
        assert all(phrase.chunks[-1].phonemes.endswith(ends) for phrase in found[:-1])


@pytest.mark.parametrize("text", ["na-" * 300, "http://" + "example.org/a-page/" * 40, "x" * 900])
def test_what_has_no_space_is_read_in_parts(text: str) -> None:
    """The reader, whose time grows by the cube, never gets it whole; each part is read, in order."""
    chunks = [chunk for phrase in _phrases(text) for chunk in phrase.chunks]
    assert (chunks[0].start, chunks[-1].end) == (0, len(text.rstrip("-/")))
    assert all(before.end <= after.start for before, after in pairwise(chunks))
    assert max(chunk.end - chunk.start for chunk in chunks) <= 40


@pytest.mark.parametrize(
    ("inner", "pauses"),
    [
        ("Go <break time='200ms'/>now.", [0, 0.2]),
        ("Go<break time='200ms'/>, now.", [0, 0.2]),
        ("Go <break time='200ms'/>“now.”", [0, 0.2]),
        ("Go <break time='200ms'/>★ now.", [0, 0.2]),
        ("Go <break time='200ms'/><break time='100ms'/>now.", [0, 0.3]),
    ],
)
def test_a_break_waits_for_the_next_word(inner: str, pauses: list[float]) -> None:
    """It never falls inside a word or before the comma that ends one."""
    (phrase,) = _phrases(inner)
    assert [chunk.pause for chunk in phrase.chunks] == pytest.approx(pauses)


@pytest.mark.parametrize(
    ("ipa", "misaki"),
    [
        ("ˈkæsəl", "kˈæsəl"),
        ("həˈloʊ", "həlˈO"),
        ("t͡ʃɪˈkɑːɡoʊ", "ʧɪkˈɑɡO"),
        ("dʒəˈmiːlə", "ʤəmˈilə"),
        ("ˈbɝːd", "bˈɜɹd"),
        ("ˌɪntɚˈnæʃənəl ˈpraɪs", "ˌɪntəɹnˈæʃənəl pɹˈIs"),
        ("ʁɛ.ˈne", "ɹɛnˈɛ"),
        ("çaʎɣ", "hɑljɡ"),
        ("", ""),
        ("☃", ""),
    ],
)
def test_ipa_becomes_what_the_voices_know(ipa: str, misaki: str) -> None:
    """Diphthongs and affricates are one sign, stress stands before the vowel, foreign sounds are near."""
    assert to_misaki(ipa) == misaki
