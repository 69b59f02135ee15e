"""What a <phoneme> asks for, in IPA (SSML 1.1, section 3.1.10)."""

from __future__ import annotations

from narrate.phonetics import stranger, xsampa_to_ipa
from narrate.ssml.scanning import Tag


def ipa_of(tag: Tag) -> str:
    """Its sounds; empty in an alphabet that nobody here reads. Raises MarkupError for a symbol of none."""
    alphabet, sounds = tag.attributes.get("alphabet", "ipa"), tag.attributes["ph"]
    try:
        ipa = xsampa_to_ipa(sounds) if alphabet == "x-sampa" else sounds if alphabet == "ipa" else ""
    except ValueError as error:
        problem = "<phoneme> with a symbol that is none of X-SAMPA"
        raise tag.place.error(problem, error, f"in {sounds}") from error
    if (strange := stranger(ipa)) is not None:
        raise tag.place.error("<phoneme> with a symbol that is none of the IPA", strange, f"in {sounds}")
    return ipa.strip() and ipa
