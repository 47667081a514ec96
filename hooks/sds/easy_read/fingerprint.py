"""The fingerprint of the words that an easy-read page came from: it changes when they do."""

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
"""How print draws an apostrophe or a quotation mark is not a change of words."""


def fingerprint(framework: Framework, kind: str, id: str) -> str:
    """Twelve hexadecimal digits of SHA-256 over all words of the full record; an empty string for a page that has none.

    Of a standard's statements those count that its easy-read page says again, and for questions about it (kind ``questions``) its components.
    Spaces and line ends do not count, nor do ids, citations and withdrawn statements. A record that does not exist has none either.
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
    """Twelve hexadecimal digits of SHA-256 over some words in their order."""
    return hashlib.sha256(json.dumps(list(words), ensure_ascii=False).encode()).hexdigest()[:DIGITS]


def out_of_step(framework: Framework, page: EasyPage) -> bool:
    """Whether the full record's words changed after people checked the page: readers are told then, and not before a check."""
    return page.checked is not None and page.words_from is not None and page.words_from != fingerprint(framework, page.kind, page.id)


def _of_standard(framework: Framework, standard: Standard) -> Iterator[str]:
    yield from _words(standard.entry)
    yield from _words(standard.file)
    for role in framework.roles:
        if role.easy_first:
            yield from _words([action.text for action in standard.actions_of(role.id)])


def _words(value: Any) -> Iterator[str]:
    """The words that are read in a record or in a field of one, in the order of the fields."""
    if isinstance(value, str):
        yield from filter(None, [" ".join(value.translate(AS_TYPED).split())])  # an optional field that a record does not use says nothing
    elif isinstance(value, BaseModel):
        for name in _read(type(value)):
            yield from _words(getattr(value, name))
    elif isinstance(value, Mapping):  # its keys name fields and are not read
        yield from _words([*value.values()])
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from _words(inner)


@lru_cache(maxsize=64)
def _read(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a record whose words are read on its page."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if not any(isinstance(note, NotRead) for note in (*field.metadata, *_notes(field.annotation))))


def _notes(annotation: Any) -> Iterator[Any]:
    """What is said of the items of a list, or of a value that may be left out."""
    for inner in get_args(annotation):
        yield from inner.__metadata__ if get_origin(inner) is Annotated else ()
