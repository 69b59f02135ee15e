"""Words that are spelled alike are said by their part of speech and by the words beside them."""

from __future__ import annotations

import pytest

from narrate.engines.common.document import parse
from narrate.engines.hibari.adapter import GraphemeToPhoneme
from narrate.engines.hibari.phonemes import phrases

READER = GraphemeToPhoneme()
ALPHABET = frozenset('AIOQSTWYabdfhijklmnpstuvwzæðŋɑɐɔəɛɜɡɪɹʃʊʌʒʤʧθᵊᵻˈˌ ;:,.!?—…"()“”')


def _words(inner: str) -> list[str]:
    found = phrases(parse(f"<speak>{inner}</speak>"), READER, ALPHABET)
    return [chunk.phonemes.strip(".,:") for phrase in found for chunk in phrase.chunks]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("She will lead the team.", "lˈid"),
        ("The lead singer took the lead.", "lˈid"),
        ("Levels of lead rose.", "lˈɛd"),
        ("The old lead pipes burst.", "lˈɛd"),
        ("Miners found lead in the river.", "lˈɛd"),
        ("Children were exposed to lead.", "lˈɛd"),
        ("They hope to lead.", "lˈid"),
        ("The wound healed.", "wˈund"),
        ("He wound up the talks.", "wˈWnd"),
        ("They record the songs.", "ɹəkˈɔɹd"),
        ("Police record every call.", "ɹəkˈɔɹd"),
        ("It hit a record high.", "ɹˈɛkəɹd"),
        ("They live here.", "lˈɪv"),
        ("The band played live music.", "lˈIv"),
        ("A tear fell.", "tˈɪɹ"),
        ("They tear up the deal.", "tˈɛɹ"),
        ("He read it yesterday.", "ɹˈɛd"),
        ("He will read it.", "ɹˈid"),
        ("The statement read: go.", "ɹˈɛd"),
        ("They were close to a deal.", "klˈOs"),
        ("The shops will close.", "klˈOz"),
        ("They use it.", "jˈuz"),
        ("The use of force.", "jˈus"),
        ("Wait a minute.", "mˈɪnət"),
        ("Minute traces were found.", "mInjˈut"),
        ("An object fell.", "ˈɑbʤəkt"),
        ("They strongly object.", "əbʤˈɛkt"),
        ("A present for him.", "pɹˈɛzᵊnt"),
        ("They present a plan.", "pɹizˈɛnt"),
        ("Fresh produce rotted.", "pɹˈOdˌus"),
        ("They produce oil.", "pɹədˈus"),
        ("They refuse to go.", "ɹəfjˈuz"),
        ("The refuse was burned.", "ɹˈɛfjˌus"),
        ("The desert is dry.", "dˈɛzəɹt"),
        ("Soldiers desert the army.", "dəzˈɜɹt"),
        ("They bow to pressure.", "bˈW"),
        ("A bow and an arrow.", "bˈO"),
        ("The bow of the ship.", "bˈW"),
        ("A row over fish erupted.", "ɹˈW"),
        ("They won three in a row.", "ɹˈO"),
        ("The wind blew.", "wˈɪnd"),
        ("They wind the rope.", "wˈInd"),
        ("The content of the letter.", "kˈɑntɛnt"),
        ("He was content.", "kəntˈɛnt"),
        ("A contract was signed.", "kˈɑntɹˌækt"),
        ("The economy will contract.", "kəntɹˈækt"),
        ("A project failed.", "pɹˈɑʤˌɛkt"),
        ("We project growth.", "pɹəʤˈɛkt"),
        ("A permit was issued.", "pˈɜɹmɪt"),
        ("They permit it.", "pəɹmˈɪt"),
        ("These groups abuse them.", "əbjˈuz"),
        ("They abuse it.", "əbjˈuz"),
        ("The abuse went on.", "əbjˈus"),
        ("His resume was long.", "ɹˈɛzəmˌA"),
        ("Talks will resume.", "ɹəzˈum"),
    ],
)
def test_a_word_is_said_as_its_place_asks(sentence: str, said: str) -> None:
    """Verbs as verbs, nouns as nouns, and senses that share a part of speech by their company."""
    assert said in _words(sentence)


def test_a_name_with_its_sounds_given_helps_to_read_its_neighbours() -> None:
    """The sentence is tagged as a whole, so that marking a name changes no other word."""
    for verb in ("read", "record", "live", "use"):
        plain = _words(f"Did Quorla {verb} it there?")
        marked = _words(f'Did <phoneme ph="ˈkɔrlə">Quorla</phoneme> {verb} it there?')
        assert plain[2:] == marked[2:]
        assert marked[1] == "kˈɔɹlə"
