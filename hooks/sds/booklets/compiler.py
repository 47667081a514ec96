"""Plans of booklets -> booklets: each is set, unless the cache has the PDF of the same plan."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from sds.booklets.booklet import Booklet, BookletSettings, Plan
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
    """Every booklet. ``pictures`` are SVG texts by picture id; one that is missing leaves a blank space."""
    plans = chain(easy_plans(framework, pictures, settings), full_plans(framework, settings), form_plans(framework, pictures, settings))
    return print_all(plans, pictures, settings)


def print_all(plans: Iterable[Plan], pictures: Mapping[str, str], settings: BookletSettings) -> Iterator[Booklet]:
    """The booklets of ``plans``, in their order. Each plan is asked for when the one before is a booklet, so that they are never all in memory."""
    cache = TypesetCache(settings.cache, ".pdf", settings.templates)
    with Typesetting(settings.templates) as typesetting:
        for plan in plans:
            yield _printed(plan, pictures, cache, typesetting)
    cache.prune()


def _printed(plan: Plan, pictures: Mapping[str, str], cache: TypesetCache, typesetting: Typesetting) -> Booklet:
    """The words reach the template as data, so nothing in them can become markup."""
    words: dict[str, Any] = printable(plan.data)
    date, inputs = words["date"], {"data": json.dumps(words), "pictures": json.dumps({id: pictures[id] for id in plan.pictures})}

    def typeset(file: Path) -> None:
        with_code = {**inputs, "data": json.dumps({**words, "qr": qr_svg(words["address"])})}
        try:
            typesetting.pdf(plan.template, with_code, date, file)
        except TypesettingError as error:
            raise TypesettingError(f"{plan.path}: {error}") from error

    file = cache.file((plan.template, str(date), *inputs.values()), typeset)
    pdf = file.read_bytes()
    pages = max(int(count) for count in PAGES.findall(pdf))
    return Booklet(path=plan.path, title=plan.title, what=plan.what, pages=pages, length=len(pdf), file=file)
