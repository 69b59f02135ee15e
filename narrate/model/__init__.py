"""Every type that travels between stages. Frozen, and dependent on nothing of ours.

    bytes ─reading─▶ Source ─structure─▶ Article ─direction─▶ Script ─ssml─▶ <speak>
    <speak> ─engine─▶ Speech ─mixing─▶ Narration ─formats─▶ mp3

Two clocks, never mixed: text is measured in characters (`start`/`end`, half open, as in a slice),
sound in samples. Milliseconds and seconds of sound appear only in writers.
"""

from narrate.model.article import (
    LABEL_REASON,
    Article,
    Block,
    BlockKind,
    Image,
    Source,
    Stated,
    Stretch,
)
from narrate.model.corrections import (
    BY_CORRECTION,
    LEFT_OUT_BY_CORRECTION,
    Anchor,
    BlockCorrection,
    Corrections,
    Located,
    QuotationCorrection,
    WordCorrection,
)
from narrate.model.people import KnownPerson
from narrate.model.proof import Fault, FaultKind, Proof, ProofChapter
from narrate.model.recording import (
    THUMBNAIL,
    Chapter,
    Cover,
    Cue,
    Narration,
    Samples,
    Speech,
    Word,
)
from narrate.model.script import (
    Cast,
    Earcon,
    EngineVoice,
    Gender,
    Mark,
    MarkKind,
    Quotation,
    QuotationKind,
    Role,
    Script,
    Section,
    Speaker,
    Turn,
    Utterance,
    Voice,
)

__all__ = [
    "BY_CORRECTION",
    "LABEL_REASON",
    "LEFT_OUT_BY_CORRECTION",
    "THUMBNAIL",
    "Anchor",
    "Article",
    "Block",
    "BlockCorrection",
    "BlockKind",
    "Cast",
    "Chapter",
    "Corrections",
    "Cover",
    "Cue",
    "Earcon",
    "EngineVoice",
    "Fault",
    "FaultKind",
    "Gender",
    "Image",
    "KnownPerson",
    "Located",
    "Mark",
    "MarkKind",
    "Narration",
    "Proof",
    "ProofChapter",
    "Quotation",
    "QuotationCorrection",
    "QuotationKind",
    "Role",
    "Samples",
    "Script",
    "Section",
    "Source",
    "Speaker",
    "Speech",
    "Stated",
    "Stretch",
    "Turn",
    "Utterance",
    "Voice",
    "Word",
    "WordCorrection",
]
