"""Messages for invalid ids: which kind of id belongs there, in which file to look it up, or the next free id."""

from __future__ import annotations

from collections.abc import Iterator

from sds.model.field_error import FieldError
from sds.model.kinds import KINDS, called
from sds.reading.field_forms import ref_at
from sds.reading.refused import Refused
from sds.reading.yaml_text import Document, Value
from sds.suggest import next_free, numbered

DIGITS_OF_YEAR = 4
"""A number with this many digits at the end of an id is a year, rather than a running number."""


def whose_id(one: Refused) -> str:
    """The kind of id that belongs in the field, as ``the id of a provision``; an empty string if the field does not name another record."""
    ref = ref_at(one.model, one.place)
    return called(ref.kinds, ref.called) if ref and ref.kinds and not ref.citation else ""


def kinds_at(one: Refused) -> tuple[str, ...]:
    """The kinds of record that the field may name."""
    ref = ref_at(one.model, one.place)
    return tuple(ref.kinds) if ref else ()


def files_of(one: Refused) -> str:
    """The paths of the files with the records that the field may name, joined with "or"."""
    ref = ref_at(one.model, one.place)
    return " or ".join(dict.fromkeys(KINDS[kind].file.path for kind in ref.kinds)) if ref else ""


def free_id(error: FieldError, document: Document) -> str:
    """What to write for an invalid id: the suggestion in ``error``, or the next free id if the suggested one is taken or would skip numbers."""
    used = list(ids_in(document.data))
    start, number = numbered(error.offered)
    free = next_free(start, used)
    if number and len(number) < DIGITS_OF_YEAR and any(id.startswith(start) for id in used) and (error.offered in used or int(number) > int(numbered(free)[1])):
        return f"The next free id there is {free}."
    return error.instead


def ids_in(value: Value) -> Iterator[str]:
    """Every value of a field ``id`` inside ``value``."""
    if isinstance(value, dict) and isinstance(value.get("id"), str):
        yield str(value["id"])
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from ids_in(inner)
