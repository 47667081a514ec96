"""The tables -> one Excel file (SpreadsheetML, ECMA-376) with a sheet for each. Cells are text or numbers, never formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import islice
from string import ascii_uppercase
from xml.sax.saxutils import escape, quoteattr

from sds.exports.csv_tables.download import Download, words
from sds.model.framework import Framework
from sds.office_file import OFFICE, Facts, office_file

WORKBOOK = "all-tables.xlsx"
MOST = 32_767
"""The most characters of a cell in Excel."""
REST = " … (the rest is in the CSV file)"
WIDEST, NARROWEST = 60, 8
"""The greatest and the least width of a column, in characters."""
SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
READ_AS_SIGN = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""The underscore of text that Excel would read as an escaped character: ``_x0041_``."""
CELL, HEADING = 1, 2
"""The styles of cells, as indexes of ``cellXfs`` in STYLES."""
STYLES = (
    f'<styleSheet {MAIN}><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE4E4E4"/></patternFill></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def workbook(framework: Framework, tables: Sequence[Download]) -> bytes:
    """The bytes of the file: a sheet for each of ``tables``, in order."""
    about = framework.spine.framework
    paths = [f"worksheets/sheet{number}.xml" for number in range(1, len(tables) + 1)]
    parts = {f"xl/{path}": partial(_sheet, table, first=not number) for number, (path, table) in enumerate(zip(paths, tables, strict=True))}
    kinds = {f"xl/{path}": f"{SHEETS}.worksheet+xml" for path in paths}
    related = {f"rId{number}": (f"{OFFICE}/worksheet", path) for number, path in enumerate(paths, start=1)}
    related["rIdStyles"] = (f"{OFFICE}/styles", "styles.xml")
    named = "".join(f'<sheet name={quoteattr(table.table[:31])} sheetId="{at}" r:id="rId{at}"/>' for at, table in enumerate(tables, start=1))
    heads = "".join(
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{at}" hidden="1">\'{table.table[:31]}\'!{_range(table, "$")}</definedName>'
        for at, table in enumerate(tables)
    )
    book = f'<workbook {MAIN} xmlns:r="{OFFICE}"><sheets>{named}</sheets><definedNames>{heads}</definedNames></workbook>'
    return office_file(
        Facts(title=about.title, about=f"Data, version {about.version}", creator=about.title, day=about.updated, language=about.language),
        "xl/workbook.xml",
        {**parts, "xl/workbook.xml": partial(str, book), "xl/styles.xml": partial(str, STYLES)},
        {**kinds, "xl/workbook.xml": f"{SHEETS}.sheet.main+xml", "xl/styles.xml": f"{SHEETS}.styles+xml"},
        {"xl/_rels/workbook.xml.rels": related},
    )


def _sheet(table: Download, first: bool) -> str:
    """The XML of one sheet. The header row is frozen and has filters."""
    rows = [list(map(words, row.values())) for row in table.rows]
    widths = (max(len(str(value)) for value in (name, *column)) for name, *column in zip(table.rows[0], *rows, strict=True))
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{min(max(length + 2, NARROWEST), WIDEST)}" customWidth="1"/>' for at, length in enumerate(widths, start=1)
    )
    lines = [f'<row r="1">{"".join(_cells(1, list(table.rows[0]), HEADING))}</row>']
    lines += (f'<row r="{number}">{"".join(_cells(number, row, CELL))}</row>' for number, row in enumerate(rows, start=2))
    shown = ' tabSelected="1"' if first else ""
    return (
        f'<worksheet {MAIN}><sheetViews><sheetView{shown} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        f'</sheetView></sheetViews><cols>{columns}</cols><sheetData>{"".join(lines)}</sheetData><autoFilter ref="{_range(table)}"/></worksheet>'
    )


def _cells(line: int, values: Sequence[object], look: int) -> Iterator[str]:
    for letters, value in zip(_columns(len(values)), values, strict=True):
        at = f'<c r="{letters}{line}" s="{look}"'
        if isinstance(value, int):
            yield f"{at}><v>{value}</v></c>"
        elif value:
            text = str(value)
            text = text if len(text) <= MOST else text[: MOST - len(REST)] + REST
            text = READ_AS_SIGN.sub("_x005F_", text) if "_x" in text else text
            yield f'{at} t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def _range(table: Download, fixed: str = "") -> str:
    return f"{fixed}A{fixed}1:{fixed}{_columns(len(table.rows[0]))[-1]}{fixed}{len(table.rows) + 1}"


@cache
def _columns(count: int) -> tuple[str, ...]:
    """The letters of the first ``count`` columns: A to Z, then AA, up to ZZ."""
    one = ascii_uppercase
    return tuple(islice((*one, *(first + second for first in one for second in one)), count))
