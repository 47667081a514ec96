"""Quotation marks around the whole of a name. The rule is one function whose docstring is the rule in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from sds.checks.context import Context
from sds.checks.rule import rule
from sds.model.files import File
from sds.paths import GLOSSARY
from sds.problem import Problem, quoted
from sds.reading.field_forms import field_at, is_sentences, is_words, values_of
from sds.reading.modelines import form_of
from sds.reading.yaml_lines import entry
from sds.reading.yaml_text import Document
from sds.rule import Example

AROUND = re.compile(r"""\s*(?:"([^"]+)"|'([^']+)'|\u201c([^\u201c\u201d]+)\u201d|\u2018([^\u2018]+)\u2019|\u00ab([^\u00ab\u00bb]+)\u00bb)\s*""")

STRAIGHT = "\"'\\ "


@rule(
    "names-have-no-quotes",
    "No quotation marks around a name",
    Example("    term: \u201cBed\u201d", "    term: Bed", GLOSSARY),
)
def names_have_no_quotes(context: Context) -> Iterator[Problem]:
    """A title or another name has no quotation marks around the whole of it. Those of the file, before and behind a value, are straight double ones."""
    for path, document in context.where.documents.items():
        yield from context.nothing_found.among(("quotes", path, document.text), partial(_in_quotes, document, form_of(path)))


def _in_quotes(document: Document, form: File) -> Iterator[Problem]:
    lines = document.text.split("\n")
    for place, value in values_of(document):
        if not (found := AROUND.fullmatch(value)):
            continue
        at = tuple(0 if isinstance(step, int) else step for step in place)
        if is_words(form.model, at) and not is_sentences(form.model, at) and field_at(form.model, at):
            words = next(filter(None, found.groups()))
            written, here = quoted(words) if ": " in words or " #" in words else words, entry(lines, document.line(place))
            wrong = f"Readers would see the quotation marks around {value.strip()}."
            new = here.replacement(lines, f"{here.lead}{written}") if here.value.strip(STRAIGHT) == value.strip(STRAIGHT) else None
            yield Problem(document.path, here.first, wrong, f"Write {new.line.strip()}" if new else "Take them out.", replacement=new)
