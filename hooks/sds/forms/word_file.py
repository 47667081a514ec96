"""Makes a Word file to fill in from a form or a letter. Each field of the page is a content control, tagged with the field's id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sds.forms.controls import WRITE, WRITE_DATE, Controls
from sds.forms.letter import blank_lines
from sds.forms.ooxml import NAMESPACES, Cell, counted, link, paragraph, run, tab, table
from sds.forms.package import package
from sds.forms.styles import MARGIN, PAGE, WIDTH, styles
from sds.model.framework import Framework
from sds.model.in_print import day
from sds.model.records.templates import LetterPart, Template, TemplateChoice, TemplateField, TemplatePart
from sds.model.urls import DOWNLOADS, url_of
from sds.office_file import Facts

LABELS = 3300
"""The width of the column of labels, in twentieths of a point."""
TICKS = 560
HAND = 420
"""The height of a line with room for handwriting, in twentieths of a point."""
MOST_LISTS = 3
"""How often a letter repeats a drop-down list of sentences at most, where the data does not say how many may be chosen."""
FILL_IN = "Click the words in square brackets and type over them. Delete this line, and any other line that you do not need."


@dataclass(frozen=True, slots=True, kw_only=True)
class WordFile:
    """A finished file, and its path in the site's folder."""

    path: str
    data: bytes

    @property
    def size(self) -> str:
        """The format and size for readers: ``Word, 12 KB``."""
        return f"Word, {max(1, round(len(self.data) / 1000))} KB"


def word_files(framework: Framework, site_url: str) -> dict[str, WordFile]:
    """The Word file of each template, by the id of the template."""
    return {one.id: word_file(framework, one, site_url) for one in framework.templates}


def word_file(framework: Framework, template: Template, site_url: str) -> WordFile:
    """The Word file of one template. ``site_url`` is the site's absolute address, for the link in the footer."""
    address = site_url.rstrip("/") + url_of(framework, "templates", template.id)
    about, letter = framework.spine.framework, template.shape == "letter"
    maker = _Maker(template, about.language)
    body = "".join(maker.letter() if letter else maker.form())
    document = (
        f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr>"
        + '<w:footerReference w:type="default" r:id="rId2"/>'
        + f'<w:pgSz w:w="{PAGE[0]}" w:h="{PAGE[1]}"/><w:pgMar w:top="{MARGIN}" w:right="{MARGIN}" w:bottom="{MARGIN}" w:left="{MARGIN}" '
        + 'w:header="500" w:footer="500" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )
    from_here = (link("rId1", address.partition("://")[2]), run(_of(framework, template)))
    foot = () if letter else (*from_here, tab(), run("Page "), counted("PAGE"), run(" of "), counted("NUMPAGES"))
    footer = f"<w:ftr {NAMESPACES}>{paragraph(*foot, style='Footer')}</w:ftr>"
    facts = Facts(title=template.title, about=f"{template.about} {address}", creator=about.title, day=template.dated, language=about.language)
    data = package(facts, document, styles(about.language, 160 if letter else 80), footer, {} if letter else {"rId1": address})
    return WordFile(path=f"{DOWNLOADS}/{template.id}.docx", data=data)


def _of(framework: Framework, template: Template) -> str:
    licence = framework.spine.framework.licence
    return f". Version {template.version}, {day(template.dated)}.{f' {licence.id}' if licence else ''}"


class _Maker:
    """Makes the body of one file, as XML."""

    def __init__(self, template: Template, language: str) -> None:
        self._template, self._language, self._controls = template, language, Controls()

    def form(self) -> Iterator[str]:
        """The paragraphs and tables of a form: its title, then each part."""
        yield paragraph(run(self._template.title), style="Heading1")
        yield paragraph(run(self._template.about), style="Note")
        for part in self._template.parts:
            yield from self._part(part)

    def _part(self, part: TemplatePart) -> Iterator[str]:
        yield paragraph(run(part.title), style="Heading2", new_page=part.own_page)
        if part.note:
            yield paragraph(run(part.note), style="Note", keep=True)
        beside: list[TemplateField] = []
        for field in part.fields:
            if beside and _shape(field) != _shape(beside[0]):
                yield self._together(part, beside)
                beside = []
            if _shape(field) in ("rows", "words"):
                yield self._rows(field) if field.kind == "rows" else paragraph(run(field.text or ""))
            else:
                beside.append(field)
        if beside:
            yield self._together(part, beside)

    def _together(self, part: TemplatePart, fields: list[TemplateField]) -> str:
        """A table of fields: each row has a label and its field or, for questions to tick off, a tick box, the question and its answer."""
        if fields[0].kind == "item":
            rows = [(self._item(field), HAND) for field in fields]
            return table((TICKS, LABELS + 1400, WIDTH - TICKS - LABELS - 1400), rows, part.title) + paragraph(style="Gap")
        beside = [((Cell(self._label(field), head=True), Cell(self._box(field))), HAND * (field.lines or 1)) for field in fields]
        return table((LABELS, WIDTH - LABELS), beside, part.title) + paragraph(style="Gap")

    def _label(self, field: TemplateField) -> str:
        return paragraph(run(field.label or ""), style="Label") + (paragraph(run(field.note), style="Hint") if field.note else "")

    def _box(self, field: TemplateField) -> str:
        if field.choices:
            return "".join(self._choice(field, choice) for choice in field.choices)
        return paragraph(self._control(field), style="Box")

    def _choice(self, field: TemplateField, choice: TemplateChoice) -> str:
        return paragraph(self._controls.tick(f"{field.id}.{choice.id}", choice.text), run(f" {choice.text}"), style="Box")

    def _item(self, field: TemplateField) -> tuple[Cell, Cell, Cell]:
        label = field.label or ""
        answer = paragraph(self._controls.text(field.id, label, lines=True), style="Box")
        return Cell(paragraph(self._controls.tick(f"{field.id}.tick", label), style="Box")), Cell(self._label(field), head=True), Cell(answer)

    def _rows(self, field: TemplateField) -> str:
        """A table to fill in. It has one row for each row label, or as many rows as the data says."""
        width = WIDTH // len(field.columns)
        widths = (*(width for _ in field.columns[1:]), WIDTH - width * (len(field.columns) - 1))
        head = [Cell(paragraph(run(column), style="Label", keep=True), head=True) for column in field.columns]
        body = [[self._of_row(field, number, column) for column in range(len(field.columns))] for number in range(len(field.row_labels) or field.rows or 1)]
        rows = [(head, 0), *((row, HAND * (field.lines or 1)) for row in body)]
        above = paragraph(run(field.label or ""), style="Label", keep=True) + (paragraph(run(field.hint), style="Hint", keep=True) if field.hint else "")
        return above + table(widths, rows, field.label or "", head=True) + paragraph(style="Gap")

    def _of_row(self, field: TemplateField, number: int, column: int) -> Cell:
        if field.row_labels and column == 0:
            return Cell(paragraph(run(field.row_labels[number]), style="Label"), head=True)
        name = f"{field.columns[column]}: {field.row_labels[number] if field.row_labels else f'row {number + 1}'}"
        return Cell(paragraph(self._controls.text(f"{field.id}.{number + 1}.{column + 1}", name, lines=True), style="Box"))

    def _control(self, field: TemplateField, empty: str = "") -> str:
        if field.kind == "date":
            return self._controls.date(field.id, field.label or "", self._language, empty or WRITE_DATE)
        return self._controls.text(field.id, field.label or "", empty or WRITE, lines=field.kind == "long")

    def letter(self) -> Iterator[str]:
        """The paragraphs of a letter, with content controls in place of its fields."""
        yield paragraph(run(FILL_IN), style="Note")
        for part in self._template.letter:
            yield from self._letter_part(part)

    def _letter_part(self, part: LetterPart) -> Iterator[str]:
        close_up = part.kind == "address"
        if part.kind == "close":
            yield paragraph()
        for blank in blank_lines(self._template, part):
            lone = blank.pieces[0]
            if blank.alone and isinstance(lone, TemplateField) and lone.choices:
                for number in range(lone.most or min(MOST_LISTS, len(lone.choices))):
                    yield paragraph(self._list(lone, number, "[Choose a sentence, or delete this line]"))
                continue
            runs = [run(piece) if isinstance(piece, str) else self._in_line(piece) for piece in blank.pieces]
            yield paragraph(*runs, style="Label" if part.kind == "heading" else "Line" if close_up else "")
        if close_up or part.kind == "heading":
            yield paragraph(style="Line")

    def _in_line(self, field: TemplateField) -> str:
        return self._list(field, 0, f"[{field.label}: choose or write]") if field.choices else self._control(field, f"[{field.label}]")

    def _list(self, field: TemplateField, number: int, empty: str) -> str:
        tag = f"{field.id}.{number + 1}" if number else field.id
        return self._controls.choice(tag, field.label or "", (choice.in_letter or choice.text for choice in field.choices), empty)


def _shape(field: TemplateField) -> str:
    """Fields of the same shape share a table: "beside" (a label and its field) or "item" (a tick box, a question and an answer). "rows" and "words" stand
    alone."""
    return field.kind if field.kind in ("rows", "words", "item") else "beside"
