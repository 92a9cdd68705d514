"""Checks the package of text documents, and what OpenDocument's schemas cannot state.

usage: opendocument.py OUT FILE…
The clauses are those of OpenDocument 1.3, part 2 (packages) and part 3 (schema). The parts of the
n-th document are laid out in OUT/n, with the words of its text in OUT/n/words.txt, one a line.
Prints one JSON object a document: {"file": …, "folder": …, "faults": […]}.
"""

import collections
import json
import os
import pathlib
import re
import struct
import sys
import xml.etree.ElementTree as tree
import zipfile

TYPE = "application/vnd.oasis.opendocument.text"
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = "{" + OASIS + "office:1.0}"
STYLE = "{" + OASIS + "style:1.0}"
TEXT = "{" + OASIS + "text:1.0}"
TABLE = "{" + OASIS + "table:1.0}"
DRAW = "{" + OASIS + "drawing:1.0}"
SVG = "{" + OASIS + "svg-compatible:1.0}"
MANIFEST = "{" + OASIS + "manifest:1.0}"
HREF = "{http://www.w3.org/1999/xlink}href"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"

LISTING = "META-INF/manifest.xml"
PARTS = ("content.xml", "styles.xml", "meta.xml", LISTING)


def mimetype_faults(archive, raw):
    """Part 2, 3.3: `mimetype` comes first, stored, without an extra field."""
    first = archive.infolist()[0]
    if first.filename != "mimetype":
        yield f"the first entry is {first.filename}, not mimetype"
        return
    if first.compress_type != zipfile.ZIP_STORED:
        yield "mimetype is compressed"
    if first.header_offset != 0:
        yield "bytes stand before the first entry"
    (extra_size,) = struct.unpack_from("<H", raw, first.header_offset + 28)
    if extra_size:
        yield "mimetype has an extra field"
    if raw[38:38 + len(TYPE)] != TYPE.encode():
        yield "the media type does not stand at byte 38"
    if archive.read("mimetype") != TYPE.encode():
        yield "mimetype is not that of a text document"


def manifest_faults(archive, manifest):
    """Part 2, 3.2 and 4.3: the manifest lists each part once and nothing else."""
    if manifest.get(MANIFEST + "version") != "1.3":
        yield "the manifest's version is not 1.3"
    entries = manifest.findall(MANIFEST + "file-entry")
    listed = collections.Counter(entry.get(MANIFEST + "full-path") for entry in entries)
    types = {e.get(MANIFEST + "full-path"): e.get(MANIFEST + "media-type") for e in entries}
    if types.get("/") != TYPE:
        yield "the manifest does not give the package's media type"
    for path, count in listed.items():
        if count > 1:
            yield f"the manifest lists {path} {count} times"
    expected = set(archive.namelist()) - {"mimetype", LISTING} | {"/"}
    for path in sorted(expected - set(listed)):
        yield f"the manifest does not list {path}"
    for path in sorted(set(listed) - expected):
        yield f"the manifest lists {path}, which is not there"


def style_faults(parts):
    """Every style that is used is defined (part 3, 16.1 and 19.880 to 19.882)."""
    defined = {
        element.get(STYLE + "name") for part in parts.values() for element in part.iter()
    }
    for name, part in parts.items():
        missing = set()
        for element in part.iter():
            for attribute, value in element.items():
                local = attribute.partition("}")[2]
                if local.endswith(("style-name", "master-page-name", "page-layout-name")):
                    if value and value not in defined:
                        missing.add(value)
        for value in sorted(missing):
            yield f"{name} uses the style {value}, which nothing defines"


def reference_faults(archive, content, file):
    """Pictures are in the package, links lead somewhere, ids stand once."""
    # A link to a place in the same document names a bookmark, or a heading as LibreOffice does.
    places = {e.get(TEXT + "name") for e in content.iter() if "bookmark" in e.tag}
    headings = {"".join(h.itertext()) for h in content.iter(TEXT + "h")}
    for element in content.iter():
        target = element.get(HREF)
        if not target:
            continue
        if element.tag == DRAW + "image":
            if target.removeprefix("./") not in archive.namelist():
                yield f"the picture {target} is not in the package"
        elif target.startswith("#"):
            name = target[1:].partition("|")[0]
            if name not in places and re.sub(r"^[0-9.]+", "", name) not in headings:
                yield f"the link {target} leads nowhere"
        elif not re.match(r"[a-z]+:", target):
            # Part 2, 3.7: the package counts as a folder, so that `../` is the file's own folder.
            other = os.path.normpath(file / target.partition("#")[0])
            if not os.path.exists(other):
                yield f"the link {target} leads to no file"
    ids = collections.Counter(e.get(XML_ID) for e in content.iter() if e.get(XML_ID))
    yield from (f"the id {name} stands {n} times" for name, n in ids.items() if n > 1)


def reader_faults(content, meta, styles, is_poster):
    """What a person who hears the document needs: title, language, names, ordered headings."""
    if not (meta.findtext(f".//{TITLE}") or "").strip():
        yield "the document has no title"
    if meta.findtext(f".//{LANGUAGE}") != "fr-FR":
        yield "the document's language is not fr-FR"
    last = 0
    for heading in content.iter(TEXT + "h"):
        level = int(heading.get(TEXT + "outline-level", "1"))
        if level > last + 1:
            yield f"a heading of level {level} follows one of level {last}"
        last = level
    for table in content.iter(TABLE + "table"):
        if not table.get(TABLE + "name"):
            yield "a table has no name"
    for frame in content.iter(DRAW + "frame"):
        described = frame.findtext(SVG + "title") or frame.findtext(SVG + "desc")
        if frame.find(DRAW + "image") is not None and not described:
            yield "a picture has no description"
    if styles.find(f".//{TEXT}page-number") is None and not is_poster:
        yield "no page number stands in the footer"


def words(content):
    """The words of the text as a page shows them."""
    unseen = (SVG + "title", SVG + "desc", OFFICE + "annotation", TEXT + "tracked-changes")
    gaps = (TEXT + "tab", TEXT + "s", TEXT + "line-break", TEXT + "p", TEXT + "h")

    def pieces(element):
        yield element.text or ""
        for child in element:
            if child.tag not in unseen:
                yield " " if child.tag in gaps else ""
                yield from pieces(child)
                yield " " if child.tag in gaps else ""
            yield child.tail or ""

    body = content.find(OFFICE + "body")
    return "".join(pieces(body)).split() if body is not None else []


def check(file, out):
    raw = file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        if len(set(names)) != len(names):
            yield "a name stands twice in the package"
        yield from mimetype_faults(archive, raw)
        missing = [part for part in PARTS if part not in names]
        yield from (f"there is no {part}" for part in missing)
        parsed = {}
        for name in names:
            if not name.endswith(".xml"):
                continue
            if b"<!DOCTYPE" in archive.read(name):
                yield f"{name} has a document type"
            parsed[name] = tree.fromstring(archive.read(name))
            target = out / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(archive.read(name))
        if missing:
            return
        content, styles, meta = parsed["content.xml"], parsed["styles.xml"], parsed["meta.xml"]
        for name in ("content.xml", "styles.xml", "meta.xml"):
            if parsed[name].get(OFFICE + "version") != "1.3":
                yield f"the version of {name} is not 1.3"
        yield from manifest_faults(archive, parsed[LISTING])
        yield from style_faults({"content.xml": content, "styles.xml": styles})
        yield from reference_faults(archive, content, file)
        yield from reader_faults(content, meta, styles, file.stem.endswith("affiche"))
        (out / "words.txt").write_text("\n".join(words(content)), encoding="utf-8")


def main():
    out = pathlib.Path(sys.argv[1])
    for number, argument in enumerate(sys.argv[2:]):
        folder = out / str(number)
        folder.mkdir(parents=True)
        try:
            found = list(check(pathlib.Path(argument), folder))
        except Exception as error:
            found = [f"{type(error).__name__}: {error}"]
        print(json.dumps({"file": argument, "folder": str(folder), "faults": found}))


main()
