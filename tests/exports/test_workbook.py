"""The Excel file and the data archive: the same records as the CSV files, as text that Excel does not interpret, and the same bytes in each build."""

from __future__ import annotations

import csv
import io
import json
import re
import weakref
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from helpers import SETTINGS, build_site, edit
from sds.build import Site, build
from sds.exports.csv_tables import downloads
from sds.exports.workbook import MOST, workbook
from sds.model.links import links_of
from sds.office_file import GrowingArchive
from sds.reading.load import load

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def sheets(content: bytes) -> Iterator[tuple[str, list[list[str]]]]:
    """The name and rows of each sheet, found through the file's relationships as a spreadsheet program does."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        paths = {one.attrib["Id"]: one.attrib["Target"] for one in ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))}
        for sheet in book.iter(f"{MAIN}sheet"):
            tree = ElementTree.fromstring(archive.read(f"xl/{paths[sheet.attrib[RELATION]]}"))
            yield sheet.attrib["name"], [_row(row) for row in tree.iter(f"{MAIN}row")]


def _row(row: ElementTree.Element) -> list[str]:
    cells = {re.sub(r"\d", "", cell.attrib["r"]): "".join(cell.itertext()) for cell in row}
    last = max(map(_place, cells), default=0)
    return [next((words for letters, words in cells.items() if _place(letters) == at), "") for at in range(1, last + 1)]


def _place(letters: str) -> int:
    return sum((ord(letter) - 64) * 26**power for power, letter in enumerate(reversed(letters)))


def test_each_sheet_says_what_the_csv_file_of_its_name_says(built: Path) -> None:
    names = []
    for name, rows in sheets((built / "data/all-tables.xlsx").read_bytes()):
        text = (built / f"data/{name}.csv").read_text("utf-8-sig")
        for told, written in zip(rows, csv.reader(io.StringIO(text, newline="")), strict=True):
            plain = [cell[1:] if cell[:1] == "'" and cell[1:2] in set("=+-@") else cell for cell in written]
            assert told + [""] * (len(plain) - len(told)) == plain, name
        names.append(f"{name}.csv")
    assert sorted(names) == sorted(path.name for path in (built / "data").glob("*.csv"))


def test_no_cell_is_a_formula_or_a_link(built: Path) -> None:
    with zipfile.ZipFile(built / "data/all-tables.xlsx") as archive:
        for name in archive.namelist():
            assert not re.search(rb"<f>|<f |<hyperlink", archive.read(name)), name


def test_what_would_start_a_formula_or_be_read_as_a_sign_stands_as_it_is(small: Path) -> None:
    edit(small, "content/standards/water.yaml", "why: The by-law gives each ten beds a tap.", 'why: "=1+1 & a > b _x0041_ is asked for."')
    framework = load(small).framework
    assert framework is not None
    rows = dict(sheets(workbook(framework, downloads(framework, links_of(framework), "https://here.example/"))))["actions"]
    row = next(row for row in rows if row[0] == "water-g1")
    assert row[rows[0].index("why")] == "=1+1 & a > b _x005F_x0041_ is asked for."


def test_a_cell_longer_than_excel_holds_says_where_the_rest_is(small: Path) -> None:
    names = [f"{'Bed ' * 20}{number}" for number in range(500)]
    edit(small, "content/glossary.yaml", "also_called: [Patch]", f"also_called: {json.dumps(names)}")
    framework = load(small).framework
    assert framework is not None
    rows = dict(sheets(workbook(framework, downloads(framework, links_of(framework), "https://here.example/"))))["terms"]
    long = next(row for row in rows[1:] if len(row[rows[0].index("also_called")]) > 1000)[rows[0].index("also_called")]
    assert len(long) == MOST
    assert long.endswith("(the rest is in the CSV file)")


def test_the_archive_holds_every_file_of_records_and_how_to_cite_them(built: Path) -> None:
    with zipfile.ZipFile(built / "data/all-data.zip") as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    read_me = inside.pop("README.txt").decode()
    files = [path for path in (built / "data").glob("*") if path.suffix in {".csv", ".xlsx", ".ttl"} or path.name == "framework.json"]
    assert inside == {path.name: path.read_bytes() for path in files}
    assert "To cite it:" in read_me
    assert all(name in read_me for name in inside)


def test_the_archive_stores_what_is_compressed_already(built: Path) -> None:
    with zipfile.ZipFile(built / "data/all-data.zip") as archive:
        ways = {entry.filename: entry.compress_type for entry in archive.infolist()}
    assert {name for name, way in ways.items() if way == zipfile.ZIP_STORED} == {"all-tables.xlsx"}
    assert set(ways.values()) == {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


def test_the_archive_keeps_no_text_of_a_file_that_it_has_taken() -> None:
    class Text(str):
        """A string that weak references can point to."""

        __slots__ = ("__weakref__",)

    made = list[weakref.ref[Text]]()

    def make() -> Text:
        text = Text(f"words {len(made)}")
        made.append(weakref.ref(text))
        return text

    archive = GrowingArchive([("a.csv", make), ("b.csv", make), ("c.csv", make)], ("README.txt", "About"))
    assert archive.file("a.csv") == "words 0"
    assert archive.file("c.csv") == "words 1"  # not in its turn, so the archive will have it made again
    assert [text() for text in made] == [None, None]
    with zipfile.ZipFile(io.BytesIO(archive.whole())) as files:
        inside = {name: files.read(name).decode() for name in files.namelist()}
    assert inside == {"README.txt": "About", "a.csv": "words 0", "b.csv": "words 2", "c.csv": "words 3"}


def test_the_same_files_give_the_same_bytes(small: Path) -> None:
    (small / "overrides").symlink_to(Path(__file__).resolve().parents[2] / "overrides")
    first, second = build(small, SETTINGS), build(small, SETTINGS)
    assert isinstance(first, Site)
    assert isinstance(second, Site)
    for name in ("data/all-data.zip", "data/all-tables.xlsx"):
        assert first.files[name] == second.files[name], name


def test_a_framework_with_little_in_it_has_the_sheets_it_needs(small: Path) -> None:
    files = build_site(small)
    assert "data/columns.csv" in files
    assert "https://here.example/actions/water-g1/" in files["data/actions.csv"]


def test_a_table_that_a_framework_has_not_got_has_no_columns_described(small: Path) -> None:
    files = build_site(small)
    assert "data/contacts.csv" not in files
    assert "contacts.csv" not in files["data/columns.csv"]
