"""Pronunciation lexicons: W3C PLS 1.0 files, and where their words stand in a text."""

from narrate.speaking.lexicon.entries import Lexeme, Pronunciation
from narrate.speaking.lexicon.matching import Lexicon
from narrate.speaking.lexicon.reading import read_lexemes
from narrate.speaking.lexicon.writing import pls

__all__ = ["Lexeme", "Lexicon", "Pronunciation", "pls", "read_lexemes"]
