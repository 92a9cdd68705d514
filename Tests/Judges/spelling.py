"""Looks up every word of the HTML pages of kits in hunspell's French dictionary.

usage: spelling.py WORDS FOLDER
WORDS is the project's own list: a word a line (proper names, acronyms, words younger than the
dictionary); what follows `#` is a comment. Addresses, file names and what is not prose (style,
script, code) are passed over.
Prints one JSON object a file: {"file": …, "words": number, "faults": [unknown words]}.
"""

import html.parser
import json
import pathlib
import re
import subprocess
import sys

ADDRESS = re.compile(r"\S+@\S+|https?://\S+|\b[\w.-]+\.(?:fr|html|odt|ods|xml|txt|ics)\b")
WORD = re.compile(r"(?<![\d_])[^\W\d_]+(?:-[^\W\d_]+)*")
INLINE = {"a", "abbr", "b", "em", "span", "strong", "sup"}


class Page(html.parser.HTMLParser):
    """The text of one page; what stands in two blocks is two words."""

    def __init__(self, text):
        super().__init__()
        self.pieces, self.hidden = [], 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag in {"script", "style", "code"}:
            self.hidden += 1
        if tag not in INLINE:
            self.pieces.append(" ")

    def handle_endtag(self, tag):
        if tag in {"script", "style", "code"}:
            self.hidden -= 1
        if tag not in INLINE:
            self.pieces.append(" ")

    def handle_data(self, data):
        if not self.hidden:
            self.pieces.append(data)

    def words(self):
        text = "".join(self.pieces).replace("\u00ad", "").replace("\u2011", "-")
        # The one word of the language with an apostrophe inside.
        text = re.sub("[Aa]ujourd[’']hui", " ", text)
        return set(WORD.findall(ADDRESS.sub(" ", text)))


def unknown(words):
    """Those that the dictionary does not know."""
    run = subprocess.run(
        ["hunspell", "-d", "fr", "-i", "utf-8", "-l"], input="\n".join(sorted(words)),
        capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def main():
    own = set()
    for line in pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        own.update(line.split("#")[0].split())
    root = pathlib.Path(sys.argv[2])
    pages = {
        path: Page(path.read_text(encoding="utf-8")).words() - own
        for path in sorted(root.rglob("*.html"))
    }
    strange = unknown(set().union(*pages.values())) if pages else set()
    for path, words in pages.items():
        print(json.dumps({
            "file": str(path.relative_to(root)), "words": len(words),
            "faults": sorted(words & strange),
        }))


if __name__ == "__main__":
    main()
