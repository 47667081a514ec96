"""The share picture (``og:image``), which other sites show beside a link to this one: the name of the site and the numbers of its standards."""

from __future__ import annotations

import json
from pathlib import Path

from sds.booklets.typeset_cache import TypesetCache
from sds.booklets.typesetting import Typesetting
from sds.model.framework import Framework

PATH = "assets/preview.png"
MOST_NUMBERS = 12
"""The most numbers that fit. If there are more standards, the picture shows how many there are instead."""
LONGEST = 3
"""The most characters of a number that fit."""


def share_picture(framework: Framework, templates: Path, cache: Path) -> bytes:
    """A PNG of 1200 by 630 pixels, cached in the folder ``cache``. The same framework gives the same bytes."""
    about = framework.spine.framework
    numbers = [str(standard.number) for standard in framework.standards]
    if len(numbers) > MOST_NUMBERS or any(len(number) > LONGEST for number in numbers):
        numbers = [str(len(numbers))]
    words = {"title": about.title, "lang": about.language.partition("-")[0], "numbers": numbers, "lit": len(numbers) // 3}
    data = json.dumps(words)

    def typeset(file: Path) -> None:
        with Typesetting(templates) as typesetting:
            typesetting.png("share.typ", data, file)

    return TypesetCache(cache, ".png", templates).file((data,), typeset).read_bytes()
