"""The rule that the number of a part of a document is the one in its id. The rule is a function whose docstring is its published text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from sds.checks.context import Context
from sds.checks.published import gone
from sds.paths import LAW
from sds.problem import Problem, quoted
from sds.rule import Example, rule

OF_UNIT = re.compile(r"-[A-Za-z]*(\d+(?:\.\d+)*[A-Za-z]?)$")
"""The number at the end of the id of a unit: 4.13 of HSCS-4.13."""
OF_PROVISION = re.compile(r"-(?:s|r|art|a)(\d+[a-z]*)(?=-|$)")
"""The number of the section in the id of a provision: 7 of act-2013-s7-4b."""
ONE = re.compile(r"(?:[A-Za-z ]*[A-Za-z] )?(\d+(?:[.,:;]\d+)*[A-Za-z]*)(?:\([^)]*\))*")
"""The name of one part with its number, such as "section 7(4)". Several parts have words or signs between their numbers."""
LEAST = 2
"""How many other numbers have to be those of their ids."""


class Part(NamedTuple):
    """A part of a document: where its record is, the field with its number, its words there, and the numbers in these words and in its id."""

    document: str
    kind: str
    id: str
    field: str
    words: str
    said: re.Match[str]
    in_id: str

    @property
    def fits(self) -> bool:
        return self.said[1].lower() == self.in_id.lower()


@rule(
    "numbers-are-those-of-ids",
    "The number of a part is the one in its id",
    Example("    section: section 15\n    subject: getting-about", "    section: section 5\n    subject: getting-about", LAW),
)
def numbers_are_those_of_ids(context: Context) -> Iterator[Problem]:
    """Where the ids of sections or of other parts end with their numbers, each part has the number of its id."""
    changed, kinds = gone(context), {named.partition("/")[0] for named in context.published.ids}
    for _, group in groupby(_parts(context), key=lambda one: one.document):
        parts: Sequence[Part] = list(group)
        if sum(part.fits for part in parts) < LEAST:
            continue
        for part in parts:
            if not part.fits and part.kind not in changed:
                number = part.in_id.upper() if part.kind == "provisions" else part.in_id
                words = part.words[: part.said.start(1)] + number + part.words[part.said.end(1) :]
                right = f"{part.field}: {quoted(words) if words[0].isdecimal() else words}"
                wrong = f'The number in "{part.words}" is not the one in its id, "{part.id}".'
                if part.kind in kinds and f"{part.kind}/{part.id}" not in context.published.ids:  # the id may be the wrong one
                    told = f"If the id is wrong, mend that. If not, write {right}"
                    yield context.where.problem(part.kind, part.id, (part.field,), wrong, told)
                    continue
                yield context.where.problem(part.kind, part.id, (part.field,), wrong, f"Write {right}", write=right)


def _parts(context: Context) -> Iterator[Part]:
    """The parts that have one number in their words and one in their ids, those of each document together. All provisions are as of one."""
    named = [("", "provisions", one.id, "section", one.section, OF_PROVISION) for one in context.framework.provisions]
    units = ((one.alignment, "units", one.id, "number", one.number, OF_UNIT) for one in context.framework.units)
    for document, kind, id, field, words, of_id in (*named, *units):
        if (said := ONE.fullmatch(words)) and (in_id := of_id.search(id)):
            yield Part(document, kind, id, field, words, said, in_id[1])
