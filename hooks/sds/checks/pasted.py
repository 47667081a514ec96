"""Rules for what stays in words when they are written or copied elsewhere first. Each rule is a function whose docstring is its published text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import partial

from sds.checks.context import Context
from sds.checks.own_words import line_with
from sds.checks.rule import WATER
from sds.checks.words import ENTITY
from sds.model.marks import MayBeAddress
from sds.model.web_addresses import BARE_HOST, EMAIL
from sds.paths import GLOSSARY, RESOURCES
from sds.placeholders import placeholder
from sds.problem import FieldPath, Problem, quoted
from sds.reading.field_forms import at_any, has_mark, is_sentences, is_words, says_words
from sds.reading.modelines import kind_of_file
from sds.reading.values_and_lists import values_of
from sds.reading.yaml_lines import entry
from sds.reading.yaml_text import Document
from sds.rule import Example, rule

NOTE = re.compile(r"\[(?!sic\]|\.\.\.\])[^\[\]]*[a-z]{2}[^\[\]]*\](?![(\[:])")
"""Words in square brackets. Digits in them are the year of a case, or the mark of a note, which another rule reports."""
SAID = re.compile('\u201c[^\u201c\u201d]*\u201d|"[^"]*"')
"""Quoted words, in which square brackets show what a quotation changes."""
ADDRESS = re.compile(rf"https?://\S+|www\.\S+|{EMAIL.pattern}|{BARE_HOST}/\S*", re.IGNORECASE)
NO_WORDS = re.compile(rf"{ADDRESS.pattern}|[\w-]+\.(?:svg|png|jpe?g|gif|webp|heic|pdf|docx?|xlsx?|html?|md|ya?ml)", re.IGNORECASE)
PARTED = re.compile(r";\s*")
PROSE = re.compile(r"[.?!][\"\u201d)]*$|^(?:\S+\s+){15}")
"""A sentence, or more words than a name has: a semicolon in it parts two clauses."""


@rule(
    "brackets-hold-no-notes",
    "No notes in square brackets",
    Example("      why: The by-law gives each ten beds a tap [Bo has the page].", "      why: The by-law gives each ten beds a tap.", WATER),
)
def brackets_hold_no_notes(context: Context) -> Iterator[Problem]:
    """Our words have nothing in square brackets, where notes to other people stand. In a quotation, they may show what was changed."""
    not_ours = context.framework.phrases_to_avoid.not_ours
    return context.in_documents("notes", partial(_noted, frozenset(not_ours.fields), not_ours.files), *not_ours.fields, *not_ours.files)


def _noted(not_ours: Collection[str], files: Collection[str], document: Document) -> Iterator[Problem]:
    if document.path in files:
        return
    form = kind_of_file(document.path)
    for place, value in values_of(document):
        if "[" not in value or not set(not_ours).isdisjoint(place) or placeholder(value) or not is_words(form.model, at_any(place)):
            continue
        if (found := NOTE.search(SAID.sub("", value))) and (not form.braces or " " in found[0].strip("[ ]")):
            wrong = f"{found[0]} is in square brackets, as a note to somebody is, and readers would see it."
            there = line_with(found[0].split()[0], value, document.line(place), document.text.split("\n"))
            yield Problem(document.path, there, wrong, "Delete it, or write it as words.")


@rule(
    "words-are-no-addresses",
    "No address and no name of a file in place of words",
    Example("    publisher: https://gardens.example/", "    publisher: Elmswick Growers", RESOURCES),
)
def words_are_no_addresses(context: Context) -> Iterator[Problem]:
    """Where a field holds words, it holds more than a web address or the name of a file, which a field of its own may hold."""
    return context.in_documents("no words", _no_words)


def _no_words(document: Document) -> Iterator[Problem]:
    model = kind_of_file(document.path).model
    for place, value in values_of(document):
        if " " in value or "." not in value or not NO_WORDS.fullmatch(value):  # a shortcut for nearly all values
            continue
        of_file = not ADDRESS.fullmatch(value)
        if says_words(model, at_any(place)) or (not of_file and is_words(model, at_any(place)) and not has_mark(model, at_any(place), MayBeAddress())):
            what = "the name of a file" if of_file else "an address"
            yield Problem(document.path, document.line(place), f'"{value}" is {what}, and words belong here.', "Write the words.")


@rule(
    "items-are-parted-by-commas",
    "Commas between the items of a list",
    Example("    also_called: [Patch; Plot]", "    also_called: [Patch]", GLOSSARY),
)
def items_are_parted_by_commas(context: Context) -> Iterator[Problem]:
    """The names and other words in a list have no semicolon in them: it would make one item of two."""
    return context.in_documents("semicolons", _together)


def _together(document: Document) -> Iterator[Problem]:
    model, told = kind_of_file(document.path).model, set[FieldPath]()
    lines = document.text.split("\n") if ";" in document.text else ()
    for place, value in values_of(document) if lines else ():
        if ";" not in value or PROSE.search(value) or ";" not in ENTITY.sub("", value):
            continue
        if not isinstance(place[-1], int) or place[:-1] in told or is_sentences(model, at_any(place)) or not is_words(model, at_any(place)):
            continue
        told.add(place[:-1])
        items = [part for at, given in values_of(document) if at[:-1] == place[:-1] for part in PARTED.split(given) if part]
        number = document.line(place)
        written = f"{place[-2]}: [{', '.join(quoted(item) if ',' in item or ': ' in item else item for item in items)}]"
        here = entry(lines, number)
        one_line = here.first == here.last == number and here.lead.strip(" -") == f"{place[-2]}:"
        new = here.replacement(lines, f"{here.lead}{written.partition(': ')[2]}") if one_line else None
        wrong = f'A semicolon parts nothing here, so "{value}" is one item of "{place[-2]}".'
        yield Problem(document.path, number, wrong, f"Write {new.line.strip()}" if new else "Write commas between them.", replacement=new)
