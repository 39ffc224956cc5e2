"""Puts our words into NSIS's own start program, which speaks before any script of ours can.

A broken download is noticed by it, and its words are for programmers. ``makensis`` calls this with
the file of the start program (``!packhdr``), before it works out the sums that guard it.
"""

from __future__ import annotations

import sys
from pathlib import Path

WORDS = {
    "Installer integrity check has failed. Common causes include\nincomplete download and damaged "
    "media. Contact the\ninstaller's author to obtain a new copy.\n\nMore information at:\n"
    "http://nsis.sf.net/NSIS_Error": "This file is damaged, or a part of it is missing. "
    "Nothing was changed.\nDelete it and download it again.\n"
    "यो फाइल बिग्रिएको वा आधा मात्र डाउनलोड भएको छ। केही फेरिएको छैन।\nमेटाएर फेरि डाउनलोड गर्नुहोस्।",
    "Error writing temporary file. Make sure your temp folder is valid.": (
        "Make room on the drive and try again. ड्राइभमा ठाउँ बनाउनुहोस्।"
    ),
    "NSIS Error": "Bhuktani",
}
"""What NSIS says, and what is said in its place, in both languages: nobody knows yet which one.

Ours must not be longer: it takes the same place.
"""


def with_our_words(program: bytes) -> bytes:
    """The start program with our words.

    Raises:
        ValueError: it is another one, which does not have the words that are replaced.
    """
    for theirs, ours in WORDS.items():
        old = f"{theirs}\0".encode("utf-16-le")
        new = f"{ours}\0".encode("utf-16-le")
        if len(new) > len(old) or old not in program:
            raise ValueError(f"this NSIS does not say: {theirs!r}")
        program = program.replace(old, new.ljust(len(old), b"\0"))
    return program


if __name__ == "__main__":
    file = Path(sys.argv[1])
    file.write_bytes(with_our_words(file.read_bytes()))
