"""What `find_quotations` finds, as the quotation scorer wants it."""

from __future__ import annotations

from narrate.quotation import find_attributions, find_quotations

Found = list[tuple[int, int, str | None]]


def names(text: str) -> Found:
    """(start, end, full name of the speaker or None): what the product says.

    Names are spelled as in the article; the labels write every apostrophe as "'".
    """
    found = find_quotations(text)
    return [(q.start, q.end, q.speaker.name.replace("’", "'") if q.speaker else None) for q in found]


def mentions(text: str) -> Found:
    """(start, end, "he", "Smith" or None): attribution alone, before pronouns are resolved.

    The scorer's `lastname` counts every pronoun whose referent its annotators' tool did not find as
    wrong unless the pronoun itself is given.
    """
    return [
        (q.start, q.end, text[a.mention.start : a.mention.end] if a else None)
        for q, a in find_attributions(text)
    ]
