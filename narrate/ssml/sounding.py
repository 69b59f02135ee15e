"""What a <phoneme> asks for, in IPA (SSML 1.1, section 3.1.10)."""

from __future__ import annotations

from narrate.phonetics import stranger, xsampa_to_ipa
from narrate.ssml.scanning import Tag


def ipa_of(tag: Tag) -> str | None:
    """Its sounds, which may be none; None in an alphabet that is not read here.

    Raises MarkupError for a symbol that is not in its alphabet.
    """
    sounds = tag.attributes["ph"].strip()
    match tag.attributes.get("alphabet", "ipa"):
        case "ipa":
            return _checked(tag, sounds)
        case "x-sampa":
            return _checked(tag, _from_xsampa(tag, sounds))
        case _:
            return None


def _from_xsampa(tag: Tag, sounds: str) -> str:
    try:
        return xsampa_to_ipa(sounds)
    except ValueError as error:
        problem = "<phoneme> with a symbol that is not in X-SAMPA"
        raise tag.place.error(problem, error, f"in {sounds}") from error


def _checked(tag: Tag, ipa: str) -> str:
    strange = stranger(ipa)
    if strange is None:
        return ipa
    sounds = tag.attributes["ph"]
    raise tag.place.error("<phoneme> with a symbol that is not in the IPA", strange, f"in {sounds}")
