"""Write the script of an article as SSML that a speech platform accepts.

python examples/ssml_for_a_platform.py [ARTICLE [DIALECT [FILE]]]
"""

import subprocess
import sys

article = sys.argv[1] if len(sys.argv) > 1 else "docs/example-article.txt"
dialect = sys.argv[2] if len(sys.argv) > 2 else "polly"
output = sys.argv[3] if len(sys.argv) > 3 else "-"

command = [sys.executable, "-m", "narrate", "ssml", article, "--dialect", dialect, "-o", output]
done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
if done.returncode:
    sys.exit(done.stderr.strip())

# What the platform does not know was changed; standard error says what, and how often.
for note in done.stderr.splitlines():
    print("changed:", note, file=sys.stderr)
