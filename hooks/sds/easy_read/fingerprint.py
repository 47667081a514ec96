"""The fingerprint of the words that an easy-read page came from: it changes when they do."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from sds.easy_read.words import listed
from sds.framework import Framework, Standard
from sds.records import EasyPage

NOT_WORDS = listed(
    "id code icon number evidence cite driver stages basis official page group easy_first begins_with related also_called formerly"
    " action actions start_here hand_over compare_with ticks option two_minutes"
)
"""Fields whose value is not read as words on the full page, or is about the site and not about what the page says."""

WITHOUT_RECORD = frozenset(["home", "topics"])
DIGITS = 12


def fingerprint(framework: Framework, kind: str, id: str) -> str:
    """Twelve hexadecimal digits of SHA-256 over all words of the full record; an empty string for a page that has none.

    Spaces and line ends do not count, nor do ids, citations and withdrawn statements. A record that does not exist has none either.
    """
    if kind in WITHOUT_RECORD or id not in dict(framework.kinds())[kind]:
        return ""
    record = framework.record(kind, id)
    whole = [*_words(record.entry), *_words(record.file)] if isinstance(record, Standard) else list(_words(record))
    return hashlib.sha256(json.dumps(whole, ensure_ascii=False).encode()).hexdigest()[:DIGITS]


def out_of_step(framework: Framework, page: EasyPage) -> bool:
    """Whether the full record's words changed after people checked the page."""
    return page.checked is not None and page.words_from is not None and page.words_from != fingerprint(framework, page.kind, page.id)


def _words(record: BaseModel) -> Iterator[str]:
    yield from _inside(record.model_dump())


def _inside(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, dict):
        if value.get("status") != "withdrawn":
            for name, inner in value.items():
                if name not in NOT_WORDS:
                    yield from _inside(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _inside(inner)
