"""The file of an older list: any encoding and separator, and which column is what."""

from __future__ import annotations

import csv
import io

import pytest

from desktop_app.core.old_lists.columns import Part, company_of, guess, has_header
from desktop_app.core.old_lists.text import ListError, ListTrouble, read_list
from tests.tables import each
from tests.unit.old_lists_kit import ALL, INFOS, VN, WL, P, rows_of

TEXT = "नाम,फोन\nसुनिता कार्की,9841\n"


@each("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_any_encoding_of_unicode_is_read(encoding: str) -> None:
    assert read_list(TEXT.encode(encoding)).rows[1] == ("सुनिता कार्की", "9841")


def test_text_of_old_windows_is_read() -> None:
    assert read_list("Name;Café\nÉlan;–\n".encode("cp1252")).rows == (
        ("Name", "Café"),
        ("Élan", "–"),
    )


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_separator_is_found(separator: str) -> None:
    lines = (("Name", "Phone", "Note"), ("Ram, Hari; Co", "984", "a|b"), ("Sita", "985", ""))
    file = io.StringIO()
    csv.writer(file, delimiter=separator).writerows(lines)
    assert read_list(file.getvalue().encode()).rows == lines
    named = f"sep={separator}\r\n{file.getvalue()}"
    assert read_list(named.encode()).rows == lines


def test_a_quote_that_does_not_end_swallows_no_row() -> None:
    assert rows_of('Name,Phone\n"Ram,984\nSita,985\nHari,986\n')[1:] == (
        ("Ram", "984"), ("Sita", "985"), ("Hari", "986"),
    )  # fmt: skip


def test_a_note_of_several_lines_stays_one_row() -> None:
    assert rows_of('Ram,"blue\ngate"\nSita,red\n') == (("Ram", "blue gate"), ("Sita", "red"))


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", ListTrouble.EMPTY),
        (b"\n ,, \n", ListTrouble.EMPTY),
        (b"PK\x03\x04rest", ListTrouble.NOT_TEXT),
        (b"a\0\xff\xfe\x00bc" * 9, ListTrouble.NOT_TEXT),
    ],
    ids=["empty", "blank", "workbook", "binary"],
)
def test_what_is_no_list_is_refused(data: bytes, trouble: ListTrouble) -> None:
    with pytest.raises(ListError) as error:
        read_list(data)
    assert error.value.trouble is trouble


# --- the columns --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Customer Name,Mobile No.,User ID,ISP,Remarks\nx,1,2,3,4", ALL),
        ("नाम,मोबाइल,युजरनेम,कम्पनी,कैफियत\nx,1,2,3,4", ALL),
        ("ग्राहक,आईडी,सम्पर्क नम्बर\nx,1,2", {P.NAME: 0, P.ACCOUNT: 1, P.PHONE: 2}),
        ("ID,Name\n7,Ram", {P.ACCOUNT: 0, P.NAME: 1}),
    ],
)
def test_columns_are_told_by_their_names(text: str, columns: dict[Part, int]) -> None:
    rows = rows_of(text)
    assert has_header(rows)
    assert guess(rows, INFOS, header=True) == columns


def test_columns_are_told_by_what_stands_in_them() -> None:
    rows = rows_of("".join(f"user_{n},Ram Thapa,98412345{n:02},World Link\n" for n in range(9)))
    assert not has_header(rows)
    expected = {P.ACCOUNT: 0, P.NAME: 1, P.PHONE: 2, P.COMPANY: 3}
    assert guess(rows, INFOS, header=False) == expected


@each(
    ("text", "slug"),
    [
        ("WorldLink", WL),
        ("world link", WL),
        ("वर्ल्डलिङ्क", WL),
        ("Vianet", VN),
        ("zzz", None),
        ("", None),
    ],
)
def test_companies_are_told_by_their_names(text: str, slug: str | None) -> None:
    info = company_of(text, INFOS)
    assert (None if info is None else info.slug) == slug
