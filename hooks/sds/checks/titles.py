"""The rule that titles are capitalised alike. The rule is a function whose docstring is its published text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sds.checks.context import Context
from sds.paths import SITUATIONS
from sds.problem import Problem
from sds.reading.field_forms import value_at
from sds.rule import Example, rule

MOST = 0.9
"""If more than this share of the titles of a kind begin with a capital, all should."""


@rule(
    "titles-are-written-alike",
    "Titles in one style",
    Example("title: MY TAP IS DRY", "title: My tap is dry", f"{SITUATIONS}/dry-tap.yaml"),
    {"warning": "A title is in capitals, begins with a small letter, or ends with a full stop where those of its kind do not."},
)
def titles_are_written_alike(context: Context) -> Iterator[Problem]:
    """No title of several words is all in capitals. Where nearly all titles of a kind begin with a capital, or have no full stop, all do."""
    titles, others = defaultdict[str, dict[str, str]](dict), set[str]()
    for (kind, id), (path, place) in context.where.places.items():
        record = value_at(context.where.documents[path], place)
        if isinstance(record, dict) and isinstance(title := record.get("title"), str) and title:
            titles[kind][id] = title
            if "publisher" in record:  # the publisher chose the title
                others.add(id)
    for kind, named in titles.items():
        small = {id for id, title in named.items() if title.partition(" ")[0].islower()}
        stopped = {id for id, title in named.items() if title.endswith(".") and id not in others}
        for id, title in named.items():
            words = [word for word in title.split() if word.isalpha() and len(word) > 1]
            if len(words) > 1 and all(map(str.isupper, words)):
                yield context.where.problem(kind, id, ("title",), f'"{title}" is all in capitals.', "Write it as you would in a sentence.")
            elif id in small and len(small) <= (1 - MOST) * len(named):
                right = title[0].upper() + title[1:]
                yield context.where.problem(kind, id, ("title",), f'"{title}" begins with a small letter, and other titles do not.', f"Write {right}")
            elif id in stopped and len(stopped) <= (1 - MOST) * len(named):
                yield context.where.problem(kind, id, ("title",), f'"{title}" ends with a full stop, and other titles do not.', f"Write {title[:-1]}")
