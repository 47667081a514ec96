"""Plans of booklets -> booklets: each is typeset, unless the cache has the PDF of the same plan."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from sds.booklets.booklet import Booklet, BookletSettings, Plan, What
from sds.booklets.easy import easy_plans
from sds.booklets.forms import form_plans
from sds.booklets.full import full_plans
from sds.booklets.qr import qr_svg
from sds.booklets.text import printable
from sds.booklets.typeset_cache import TypesetCache
from sds.booklets.typesetting import Typesetting, TypesettingError
from sds.model.framework import Framework

PAGES = re.compile(rb"/Type\s*/Pages\s*/Count\s+(\d+)")


def booklets(framework: Framework, pictures: Mapping[str, str], settings: BookletSettings) -> Iterator[Booklet]:
    """Every booklet of a framework. ``pictures`` are SVG texts by picture id; a missing one leaves a blank space. Raises TypesettingError."""
    plans = chain(full_plans(framework, settings), easy_plans(framework, pictures, settings), form_plans(framework, pictures, settings))
    return typeset_all(plans, pictures, settings)


def typeset_all(plans: Iterable[Plan], pictures: Mapping[str, str], settings: BookletSettings) -> Iterator[Booklet]:
    """The booklets of ``plans``, in their order. A plan is taken only when the booklet before it is finished, so that few are in memory."""
    cache = TypesetCache(settings.cache, ".pdf", settings.templates)
    with Typesetting(settings.templates) as typesetting:
        for ready in map(_ready, plans):
            yield _printed(ready, {id: pictures[id] for id in ready.pictures}, cache, typesetting)
    cache.prune()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ready:
    """A plan as JSON for its template. It replaces the plan, so that the memory of that is free while Typst runs: 10 MB for a whole framework."""

    path: str
    title: str
    what: What
    template: str
    date: Sequence[int]
    address: str
    words: str
    """The data as JSON, so that no text in it can become Typst markup."""
    pictures: tuple[str, ...]
    """The ids of its pictures."""


def _ready(plan: Plan) -> _Ready:
    words: dict[str, Any] = printable(plan.data)
    return _Ready(
        path=plan.path,
        title=plan.title,
        what=plan.what,
        template=plan.template,
        date=words["date"],
        address=words["address"],
        words=json.dumps(words),
        pictures=plan.pictures,
    )


def _printed(ready: _Ready, pictures: Mapping[str, str], cache: TypesetCache, typesetting: Typesetting) -> Booklet:
    def typeset(file: Path) -> None:
        with_code = f'{ready.words[:-1]}, "qr": {json.dumps(qr_svg(ready.address))}}}'
        try:
            typesetting.pdf(ready.template, with_code, pictures, ready.date, file)
        except TypesettingError as error:
            raise TypesettingError(f"{ready.path}: {error}") from error

    file = cache.file((ready.template, str(ready.date), ready.words, *chain.from_iterable(pictures.items())), typeset)
    pdf = file.read_bytes()
    pages = max(int(count) for count in PAGES.findall(pdf))
    return Booklet(path=ready.path, title=ready.title, what=ready.what, pages=pages, length=len(pdf), file=file)
