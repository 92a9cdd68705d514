"""Puts a film of 5 GB, of which most bytes exist nowhere, before the kit of a zip: film.py KIT FILM."""
import struct
import sys
import zipfile

SIZE, NAME = 5 << 30, b"film/film.mp4"
MARK = 2**32 - 1

kit = open(sys.argv[1], "rb").read()
archive = zipfile.ZipFile(sys.argv[1])
# APPNOTE 4.3.7 and 4.5.3: the film's own header, its sizes in Zip64.
extra = struct.pack("<HHQQ", 1, 16, SIZE, SIZE)
fields = struct.pack("<HHHHHIIIHH", 45, 0, 0, 0, 33, 0, MARK, MARK, len(NAME), len(extra))
head = b"PK\3\4" + fields + NAME + extra
shift = len(head) + SIZE
# 4.3.12.
directory = b"PK\1\2\x2d\3" + fields + struct.pack("<HHHII", 0, 0, 0, 0, 0) + NAME + extra
for entry in archive.infolist():
    name = entry.filename.encode()
    extra = struct.pack("<HHQ", 1, 8, entry.header_offset + shift)
    directory += b"PK\1\2\x2d\3" + struct.pack(
        "<HHHHHIIIHH", 45, entry.flag_bits, entry.compress_type, 0, 33, entry.CRC,
        entry.compress_size, entry.file_size, len(name), len(extra))
    directory += struct.pack("<HHHII", 0, 0, 0, entry.external_attr, MARK) + name + extra
with open(sys.argv[2], "wb") as file:
    file.write(head)
    file.seek(shift)
    file.write(kit[: archive.start_dir])
    start, count, size = file.tell(), len(archive.infolist()) + 1, len(directory)
    file.write(directory)
    # 4.3.14 to 4.3.16.
    file.write(b"PK\6\6" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, count, count, size, start))
    file.write(b"PK\6\7" + struct.pack("<IQI", 0, start + size, 1))
    file.write(b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 65535, 65535, MARK, MARK, 0))
