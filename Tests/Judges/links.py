"""Follows every link of the HTML pages and stylesheets under a folder, with Python's HTML parser.

usage: links.py FOLDER
A page below a kit (a folder with a SHA256SUMS) may not lead out of its kit. Addresses of the web
may stand in links that a person follows, never in what a page needs to be shown.
Prints one JSON object a file: {"file": …, "links": number, "faults": […]}.
"""

import html.parser
import json
import os
import pathlib
import re
import sys
from urllib.parse import unquote, urlsplit

FOLLOWED = {("a", "href"), ("area", "href")}
NEEDED = {
    ("link", "href"), ("script", "src"), ("img", "src"), ("source", "src"), ("iframe", "src"),
    ("object", "data"), ("use", "href"), ("image", "href"), ("audio", "src"), ("video", "src"),
    ("form", "action"),
}


class Page(html.parser.HTMLParser):
    """The links and the ids of one page."""

    def __init__(self, text):
        super().__init__()
        self.links, self.ids, self.faults = [], set(), []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id":
                if value in self.ids:
                    self.faults.append(f"the id {value} stands twice")
                self.ids.add(value)
            elif (tag, name) in FOLLOWED:
                self.links.append((value or "", True))
            elif (tag, name) in NEEDED:
                self.links.append((value or "", False))


def kit_of(path, root):
    """The kit that a file belongs to, or the whole tree."""
    for folder in path.parents:
        if (folder / "SHA256SUMS").is_file():
            return folder
        if folder == root:
            break
    return root


def check_link(target, is_followed, page, kit, names, ids_of):
    address = urlsplit(target)
    if address.scheme or address.netloc:
        allowed = is_followed and address.scheme in ("https", "http", "mailto", "tel")
        return None if allowed else f"{target}: an address outside the kit"
    path = page
    if address.path:
        path = pathlib.Path(os.path.normpath(page.parent / unquote(address.path)))
    if path not in names:
        return f"{target}: no such file"
    if kit not in path.parents:
        return f"{target}: leads out of the kit"
    fragment = unquote(address.fragment)
    if fragment and path.suffix == ".html" and fragment not in ids_of(path):
        return f"{target}: no such place in the page"
    return None


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    # As the tree spells them: a disk that minds no capitals would hide a mistake.
    names = set(root.rglob("*"))
    pages = {
        path: Page(path.read_text(encoding="utf-8"))
        for path in sorted(names)
        if path.suffix == ".html"
    }
    found = {path: (page.links, page.faults) for path, page in pages.items()}
    for path in sorted(names):
        if path.suffix == ".css":
            text = path.read_text(encoding="utf-8")
            targets = re.findall(r"""(?:url\(|@import)\s*["']?([^"')\s;]+)""", text)
            found[path] = ([(t, False) for t in targets if not t.startswith("data:")], [])
    for path, (links, faults) in found.items():
        kit = kit_of(path, root)
        for target, is_followed in links:
            fault = check_link(
                target, is_followed, path, kit, names, lambda other: pages[other].ids)
            if fault:
                faults.append(fault)
        print(json.dumps({"file": str(path), "links": len(links), "faults": faults}))


main()
