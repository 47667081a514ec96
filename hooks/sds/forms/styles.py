"""The styles of the Word files: a typeface that every computer with Word has, in a size that is easy to read."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from sds.forms.ooxml import NAMESPACES

TYPEFACE = "Arial"
SIZE = 22
"""The font size, in half points."""
PAGE, MARGIN = (11906, 16838), 1020
"""The size of A4 paper and the margin on all sides, in twentieths of a point."""
WIDTH = PAGE[0] - 2 * MARGIN
FOOT = f'<w:tabs><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs><w:spacing w:after="0"/>'


def styles(language: str, spacing: int) -> str:
    """The styles part of a Word file. ``spacing`` is the space after a paragraph in twentieths of a point: a letter has more than a form."""
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{TYPEFACE}" w:hAnsi="{TYPEFACE}" w:eastAsia="{TYPEFACE}" w:cs="{TYPEFACE}"/><w:sz w:val="{SIZE}"/><w:szCs w:val="{SIZE}"/>'
        f"<w:lang w:val={quoteattr(language)}/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        f'<w:spacing w:after="{spacing}" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        + _paragraph("Normal", "Normal", default=True)
        + _paragraph("Heading1", "heading 1", '<w:keepNext/><w:spacing w:after="60"/><w:outlineLvl w:val="0"/>', '<w:b/><w:sz w:val="36"/>')
        + _paragraph("Heading2", "heading 2", '<w:keepNext/><w:spacing w:before="200" w:after="80"/><w:outlineLvl w:val="1"/>', '<w:b/><w:sz w:val="26"/>')
        + _paragraph("Label", "Form label", '<w:spacing w:after="0"/>', "<w:b/>")
        + _paragraph("Hint", "Form hint", '<w:spacing w:after="0"/>', '<w:color w:val="3F5258"/><w:sz w:val="18"/>')
        + _paragraph("Box", "Form box", '<w:spacing w:after="0"/>')
        + _paragraph("Gap", "Form gap", '<w:spacing w:after="0"/>', '<w:sz w:val="12"/>')
        + _paragraph("Line", "Letter line", '<w:spacing w:after="0"/>')
        + _paragraph("Note", "Form note", f'<w:spacing w:after="{spacing}"/>', '<w:color w:val="3F5258"/><w:sz w:val="20"/>')
        + _paragraph("Footer", "footer", FOOT, '<w:color w:val="3F5258"/><w:sz w:val="17"/>')
        + _character("PlaceholderText", "Placeholder Text", '<w:color w:val="5C6B70"/>')
        + _character("Hyperlink", "Hyperlink", '<w:color w:val="0A5063"/><w:u w:val="single"/>')
        + _character("Tick", "Form tick", '<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:cs="MS Gothic"/>')
        + "</w:styles>"
    )


def _paragraph(id: str, name: str, looks: str = "", words: str = "", default: bool = False) -> str:
    first, base = (' w:default="1"', "") if default else ("", '<w:basedOn w:val="Normal"/>')
    return (
        f'<w:style w:type="paragraph"{first} w:styleId="{id}"><w:name w:val="{name}"/>{base}<w:qFormat/><w:pPr>{looks}</w:pPr><w:rPr>{words}</w:rPr></w:style>'
    )


def _character(id: str, name: str, words: str) -> str:
    return f'<w:style w:type="character" w:styleId="{id}"><w:name w:val="{name}"/><w:rPr>{words}</w:rPr></w:style>'
