"""The fingerprint of a full record: a hash of its words, by which an easy-read page can tell that they have changed since it was written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from sds.cache import Cache
from sds.model.framework import Framework, Standard
from sds.model.marks import NotRead
from sds.model.records import EasyPage

WITHOUT_RECORD = frozenset(["home", "topics"])
QUESTIONS = "questions"
DIGITS = 12
AS_TYPED = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")
"""Curly quotes to straight ones: the shape of a quotation mark is not a change of words."""


def fingerprint(framework: Framework, kind: str, id: str) -> str:
    """Twelve hexadecimal digits of SHA-256 over the words of a full record; an empty string for a page without a full record, or an unknown record.

    For a standard, its statements for roles with ``easy_first`` are included, as its easy-read page repeats them. For questions about a standard (kind
    ``questions``), the words are those of its components. Whitespace, ids, citations and withdrawn statements are ignored.
    """
    if kind == QUESTIONS:
        if not framework.has("standards", id):
            return ""
        components = framework.record("standards", id).components
        return _KEPT.get((kind, id), components, lambda: code_of(_words(components)))
    if kind in WITHOUT_RECORD or not framework.has(kind, id):
        return ""
    record = framework.record(kind, id)
    if isinstance(record, Standard):
        return _KEPT.get((kind, id), (record.entry, record.file, framework.roles), lambda: code_of(_of_standard(framework, record)))
    return _KEPT.get((kind, id), (record,), lambda: code_of(_words(record)))


_KEPT = Cache[str]()


def code_of(words: Iterable[str]) -> str:
    """Twelve hexadecimal digits of SHA-256 over a sequence of texts."""
    return hashlib.sha256(json.dumps(list(words), ensure_ascii=False).encode()).hexdigest()[:DIGITS]


def outdated(framework: Framework, page: EasyPage) -> bool:
    """Whether the words of the full record changed after people checked the easy-read page. False for a page that nobody has checked."""
    return page.checked is not None and page.words_from is not None and page.words_from != fingerprint(framework, page.kind, page.id)


def _of_standard(framework: Framework, standard: Standard) -> Iterator[str]:
    yield from _words(standard.entry)
    yield from _words(standard.file)
    for role in framework.roles:
        if role.easy_first:
            yield from _words([action.text for action in standard.actions_of(role.id)])


def _words(value: Any) -> Iterator[str]:
    """The texts that readers see in a record, or in a field's value, in the order of the fields."""
    if isinstance(value, str):
        yield from filter(None, [" ".join(value.translate(AS_TYPED).split())])  # a new optional field, while empty, changes no fingerprint
    elif isinstance(value, BaseModel):
        for name in _read(type(value)):
            yield from _words(getattr(value, name))
    elif isinstance(value, Mapping):  # readers do not see the keys
        yield from _words([*value.values()])
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from _words(inner)


@lru_cache(maxsize=64)
def _read(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a record that readers see on its page: those without the mark ``NotRead``."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if not any(isinstance(note, NotRead) for note in (*field.metadata, *_notes(field.annotation))))


def _notes(annotation: Any) -> Iterator[Any]:
    """The annotations of the items of a list, or of an optional value."""
    for inner in get_args(annotation):
        yield from inner.__metadata__ if get_origin(inner) is Annotated else ()
