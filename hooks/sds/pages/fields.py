"""The page of fields: what each kind of record may say, made from the models, so that it cannot disagree with the checker or with the hints of an editor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sds.model.framework import Framework
from sds.model.in_print import curly
from sds.model.kinds import KINDS, Kind
from sds.pages.page import HOME, Link, Page
from sds.reading.field_forms import description, line_for

FIELDS = "/contribute/fields/"
FIELDS_FILE = "hooks/sds/model/kinds.py"


@dataclass(frozen=True, slots=True)
class FieldShown:
    """One field: its name, how it is written, what it is for, and whether it has to be there."""

    name: str
    line: str
    about: str
    needed: bool


@dataclass(frozen=True, slots=True)
class KindShown:
    """A kind of record with its fields, and the file in which its records stand."""

    title: str
    id: str
    file: str
    fields: tuple[FieldShown, ...]


def fields_page(framework: Framework) -> Page:
    """Every kind of which the framework has a record, with its fields."""
    kinds = [_kind(framework, kind) for kind in KINDS.values() if framework.records(kind.name)]
    return Page(
        url=FIELDS,
        template="fields.html",
        title="The fields of each kind of record",
        description=f"The fields of the {len(kinds)} kinds of record in the files, how to write them, and which are required.",
        edit=FIELDS_FILE,
        crumbs=(HOME, Link("Contribute", "/contribute/")),
        data={"kinds": kinds},
    )


def _kind(framework: Framework, kind: Kind) -> KindShown:
    return KindShown(kind.one[0].upper() + kind.one[1:], kind.name.replace(" ", "-").replace("_", "-"), kind.file.path, tuple(_fields(framework, kind)))


def _fields(framework: Framework, kind: Kind) -> Iterator[FieldShown]:
    expected = {one.partition(".")[0] for one in framework.spine.expected.fields.get(kind.name, ())}
    for name, field in kind.model.model_fields.items():
        written = field.alias or name
        needed = field.is_required() or name in expected or written in expected
        yield FieldShown(written, line_for((name,), kind.model).replace(f"{name}:", f"{written}:", 1), curly(description(kind.model, (name,))), needed)
