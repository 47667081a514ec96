"""The XML of a Word file (WordprocessingML, ECMA-376): runs, paragraphs and tables. All text is escaped, so that nothing in YAML can become markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)
LINE = "7C8A8A"
HEAD = "F2ECE0"


def run(text: str, style: str = "") -> str:
    """A run of text. ``style`` is the id of a character style."""
    looks = f"<w:rStyle w:val={quoteattr(style)}/>" if style else ""
    return f'<w:r>{f"<w:rPr>{looks}</w:rPr>" if looks else ""}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, style: str = "", keep: bool = False, new_page: bool = False) -> str:
    """A paragraph of runs. ``style`` is the id of a paragraph style. ``keep`` keeps it on one page with the next paragraph; ``new_page`` begins a new page."""
    looks = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    looks += ("<w:keepNext/>" if keep else "") + ("<w:pageBreakBefore/>" if new_page else "")
    return f"<w:p>{f'<w:pPr>{looks}</w:pPr>' if looks else ''}{''.join(runs)}</w:p>"


def link(relation: str, text: str) -> str:
    """A link to an external address. ``relation`` is the id of that address in the part's relationships."""
    return f"<w:hyperlink r:id={quoteattr(relation)}>{run(text, style='Hyperlink')}</w:hyperlink>"


def tab() -> str:
    """A tab character."""
    return "<w:r><w:tab/></w:r>"


def counted(code: str) -> str:
    """A number that Word calculates. ``code`` is ``PAGE`` or ``NUMPAGES``."""
    return f'<w:fldSimple w:instr="{code}">{run("1")}</w:fldSimple>'


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: the XML of its paragraphs, and whether it is a header cell."""

    paragraphs: str
    head: bool = False


def table(widths: Sequence[int], rows: Iterable[tuple[Sequence[Cell], int]], title: str, head: bool = False) -> str:
    """A table with borders. ``widths`` are the columns' widths in twentieths of a point. Each row has its cells and its minimum height, in the same unit.

    ``title`` is the table's caption for screen readers. With ``head``, the first row is repeated on each page.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    sides = "".join(f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="{LINE}"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    around = "".join(f'<w:{side} w:w="{room}" w:type="dxa"/>' for side, room in (("top", 50), ("left", 100), ("bottom", 50), ("right", 100)))
    made = []
    for number, (cells, height) in enumerate(rows):
        looks = "<w:cantSplit/>" + (f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else "") + ("<w:tblHeader/>" if head and not number else "")
        made.append(f"<w:tr><w:trPr>{looks}</w:trPr>{''.join(_cell(cell, width) for cell, width in zip(cells, widths, strict=True))}</w:tr>")
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar>{around}</w:tblCellMar><w:tblLook w:val="{"04A0" if head else "0480"}" w:firstRow="{int(head)}" w:lastRow="0" w:firstColumn="1" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(title)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(made)}</w:tbl>"
    )


def _cell(cell: Cell, width: int) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{HEAD}"/>' if cell.head else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{cell.paragraphs}</w:tc>'
