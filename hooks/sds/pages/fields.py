"""The page of fields: which fields each kind of record has. It is generated from the models, so it always agrees with the checks and the schemas."""

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
    """One field: its name, an example line of YAML, its description, and whether it is required."""

    name: str
    line: str
    about: str
    needed: bool


@dataclass(frozen=True, slots=True)
class KindShown:
    """A kind of record with its fields, and the path of the file of its records."""

    title: str
    id: str
    file: str
    fields: tuple[FieldShown, ...]


def fields_page(framework: Framework) -> Page:
    """The page, with every kind of which the framework has a record."""
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
