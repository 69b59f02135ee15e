"""What users correct of an article, in a file beside it that survives another reading.

`reading` reads the file, `anchors` finds the words that a correction is about, `locating` puts both together.
What is corrected is given to the stage that would decide it: blocks to structure, speakers to quotation,
people to casting, words to speaking.
"""

from narrate.corrections.anchors import AnchoredText
from narrate.corrections.locating import LocatedCorrections, locate
from narrate.corrections.reading import NOBODY, load_corrections

__all__ = ["NOBODY", "AnchoredText", "LocatedCorrections", "load_corrections", "locate"]
