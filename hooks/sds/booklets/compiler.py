"""Sets plans with Typst, unless the cache has the PDF of the same plan. A compiler is kept for each template: only the first booklet pays for reading it."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import local
from typing import TYPE_CHECKING, Any

from sds.booklets.booklet import Booklet, BookletSettings, Plan
from sds.booklets.easy import easy_plans
from sds.booklets.full import full_plans
from sds.booklets.pdf_cache import PdfCache
from sds.booklets.text import FONTS, printable
from sds.model.framework import Framework

if TYPE_CHECKING:
    import typst

PAGES = re.compile(rb"/Type\s*/Pages\s*/Count\s+(\d+)")


def booklets(framework: Framework, pictures: Mapping[str, str], settings: BookletSettings) -> Mapping[str, Booklet]:
    """Every booklet, by its path in the site's folder. ``pictures`` are SVG texts by picture id; one that is missing leaves a blank space."""
    plans = [*easy_plans(framework, pictures, settings), *full_plans(framework, settings)]
    return {booklet.path: booklet for booklet in print_all(plans, pictures, settings)}


def print_all(plans: Sequence[Plan], pictures: Mapping[str, str], settings: BookletSettings) -> Iterable[Booklet]:
    """The booklets of ``plans``, in their order; the longest are set first, so that no thread is left alone with one at the end."""
    inputs = {plan.path: _inputs(plan, pictures) for plan in plans}
    cache = PdfCache(settings.cache, settings.templates)
    thread = local()

    def printed(plan: Plan) -> Booklet:
        def compiled() -> bytes:
            if not hasattr(thread, "typesetter"):
                thread.typesetter = Typesetter(settings.templates)
            typesetter: Typesetter = thread.typesetter
            return typesetter.pdf(plan, inputs[plan.path])

        pdf = cache.get((plan.template, str(plan.data["date"]), *inputs[plan.path].values()), compiled)
        return Booklet(path=plan.path, title=plan.title, what=plan.what, pages=max(int(count) for count in PAGES.findall(pdf)), data=pdf)

    with ThreadPoolExecutor(settings.at_once) as pool:
        longest_first = sorted(plans, key=lambda plan: len(inputs[plan.path]["data"]), reverse=True)
        made = {booklet.path: booklet for booklet in pool.map(printed, longest_first)}
    cache.prune()
    return [made[plan.path] for plan in plans]


def _inputs(plan: Plan, pictures: Mapping[str, str]) -> dict[str, str]:
    """What the template is given. The words reach it as data, so nothing in them can become markup."""
    data: dict[str, Any] = printable({key: value for key, value in plan.data.items() if key != "qr"})
    return {"data": json.dumps({**data, "qr": plan.data["qr"]}), "pictures": json.dumps({id: pictures[id] for id in plan.pictures})}


class Typesetter:
    """Typst with the templates of one folder and no fonts but theirs, so that the output is the same everywhere."""

    def __init__(self, templates: Path) -> None:
        import typst  # here: a check of content prints nothing, and would wait for it

        self._templates = templates
        self._fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(templates / FONTS)])
        self._compilers: dict[str, typst.Compiler] = {}

    def pdf(self, plan: Plan, inputs: Mapping[str, str]) -> bytes:
        """The PDF of one plan whose template is given ``inputs``."""
        year, month, date = plan.data["date"]
        pdf = self._compiler(plan.template).compile(
            format="pdf", sys_inputs=dict(inputs), pdf_standards=["ua-1"], timestamp=datetime.datetime(year, month, date, tzinfo=datetime.UTC)
        )
        assert isinstance(pdf, bytes)
        return pdf

    def png(self, template: str, inputs: Mapping[str, str]) -> bytes:
        """The picture of a template that is given ``inputs``: a pixel for each of its points."""
        png = self._compiler(template).compile(format="png", ppi=72.0, sys_inputs=dict(inputs))
        assert isinstance(png, bytes)
        return png

    def _compiler(self, template: str) -> typst.Compiler:
        import typst

        if template not in self._compilers:
            self._compilers[template] = typst.Compiler(str(self._templates / template), root=str(self._templates), font_paths=self._fonts)
        return self._compilers[template]
