"""Quotations in articles that are not in English: found by their marks, and attributed by rules.

`tables` has the words of each language: reporting verbs, pronouns, articles and prepositions. `dialogue`
finds speech behind dashes, `mentions` finds names and descriptions, `people` knows who is one person, `cues`
finds who says a quotation, and `kinds` whether it is speech; `finding` does all this in order. In a language
without a table quotations are found, but no speakers.
"""

from narrate.quotation.abroad.finding import find

__all__ = ["find"]
