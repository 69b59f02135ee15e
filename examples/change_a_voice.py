"""Print the script of an article, with a voice of your choice for one of the speakers.

python examples/change_a_voice.py [ARTICLE [SPEAKER [VOICE]]]
"""

import sys
import tempfile
from pathlib import Path

import narrate

article = sys.argv[1] if len(sys.argv) > 1 else "docs/example-article.txt"
speaker = sys.argv[2] if len(sys.argv) > 2 else "Tomas Akerlind"
voice = sys.argv[3] if len(sys.argv) > 3 else "rufus"

# A cast is a TOML file. This one is the default cast, but for one person.
cast_file = Path(tempfile.mkdtemp()) / "mine.toml"
cast_file.write_text(f'extends = "default"\n[people]\n"{speaker}" = "{voice}"\n', encoding="utf-8")

script = narrate.write_script(article, cast=str(cast_file))
for utterance in script.utterances:
    who = utterance.speaker.name if utterance.speaker else utterance.role
    print(f"{who} [{utterance.voice.name}]: {utterance.text}")
