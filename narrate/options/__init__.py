"""Everything that can be asked of a narration, said once.

Each option is a field of `Options` (those of a script, of `Directions`), and its name, type, choices, range,
unit and help stand there. The command's options and their help, the checks, the keys of narrate.toml and the
list that `narrate config` shows are made from the fields.
"""

from narrate.options.checking import check, expected
from narrate.options.directions import Captions, Directions, Labels, Quotes
from narrate.options.field import About, Group, Option, StrPath, described
from narrate.options.loudness import MasterTarget, master_target
from narrate.options.options import OptionFields, Options, Preset, PrivateAddresses, StreamFormat

__all__ = [
    "About",
    "Captions",
    "Directions",
    "Group",
    "Labels",
    "MasterTarget",
    "Option",
    "OptionFields",
    "Options",
    "Preset",
    "PrivateAddresses",
    "Quotes",
    "StrPath",
    "StreamFormat",
    "check",
    "described",
    "expected",
    "master_target",
]
