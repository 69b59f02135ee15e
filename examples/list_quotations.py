"""List the quotations of an article and who says them, without making a sound.

python examples/list_quotations.py [ARTICLE]
"""

import sys
from collections import Counter

import narrate

article = narrate.read(sys.argv[1] if len(sys.argv) > 1 else "docs/example-article.txt")

words: Counter[str] = Counter()
for quotation in narrate.find_quotations(article.source):
    name = quotation.speaker.name if quotation.speaker else "(nobody named)"
    words[name] += len(quotation.text.split())
    # start and end count characters of article.source
    print(f"{quotation.start:>6}  {quotation.kind:<8} {name}: {quotation.text[:60]}")

print("\nWords quoted:")
for name, count in words.most_common():
    print(f"{count:>6}  {name}")
