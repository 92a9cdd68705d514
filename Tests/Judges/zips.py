"""Reads zips with Python's zipfile and compares them with the folders they were made from.

usage: zips.py ZIP…     The folder lies beside its zip: kit-x-2015 beside kit-x-2015.zip.
Prints one JSON object a zip: {"file": …, "faults": […]}.
"""

import json
import pathlib
import sys
import zipfile


def faults(zip_path):
    folder = zip_path.with_suffix("")
    with zipfile.ZipFile(zip_path) as archive:
        damaged = archive.testzip()
        if damaged:
            yield f"{damaged} is damaged"
        names = archive.namelist()
        if len(set(names)) != len(names):
            yield "a name stands twice"
        files = {
            path.relative_to(folder.parent).as_posix(): path
            for path in folder.rglob("*")
            if path.is_file()
        }
        for name in sorted(set(names) - set(files)):
            yield f"{name} is not in the folder"
        for name in sorted(set(files) - set(names)):
            yield f"{name} is not in the zip"
        for name in sorted(set(files) & set(names)):
            if archive.read(name) != files[name].read_bytes():
                yield f"{name} differs from the folder's"
        if len({entry.date_time for entry in archive.infolist()}) > 1:
            yield "the entries carry several dates"


for argument in sys.argv[1:]:
    try:
        found = list(faults(pathlib.Path(argument)))
    except Exception as error:
        found = [f"zipfile: {error}"]
    print(json.dumps({"file": argument, "faults": found}))
