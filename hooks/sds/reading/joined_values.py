"""All values of a file as one text: a pattern is searched in it several times as fast as in one value after another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import partial
from itertools import accumulate

from sds.cache import Cache
from sds.problem import FieldPath
from sds.reading.field_forms import values_of
from sds.reading.yaml_text import Document

_JOINED = Cache[str]()


def joined(document: Document) -> str:
    """All values of a file, one below the other."""
    return _JOINED.get(document.path, (document,), partial(_joined, document))


def _joined(document: Document) -> str:
    return "\n".join(value for _, value in values_of(document))


def values_with(document: Document, quick: re.Pattern[str]) -> Iterator[tuple[FieldPath, str]]:
    """Each value, with its field path, in which ``quick`` has a match, and perhaps some in which it has none: a match may go on in the value below.

    A quick test before a slower search. ``quick`` must not ask for the start or the end of a value."""
    text, values = joined(document), values_of(document)
    found = quick.search(text)
    starts = [0, *accumulate(len(value) + 1 for _, value in values)] if found else []  # the last is behind the end of the text
    while found:
        at = bisect_right(starts, found.start())
        yield values[at - 1]
        found = quick.search(text, starts[at])
