"""A program of its own that sets booklets and pictures with Typst: its memory is free again when it ends, which Typst's own store of results never is.

It is run by :mod:`sds.booklets.typesetting`, and imports nothing of this project: it takes 30 MB to start, where all of it would take 60. Each line that it
reads is a job as JSON: ``template`` (a file in the folder that is named on the command line), ``inputs``, ``to`` (the file to write) and, for a PDF, its
``date`` (year, month, day); without a date a PNG is made. For each it answers with a line of JSON: what is wrong, or nothing. Fonts are those of the
templates and no others, so that the output is the same everywhere.
"""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path
from typing import Any

import typst

FONTS = "fonts"


class Typesetter:
    """Typst with the templates of one folder. A compiler is kept for each template: only the first booklet pays for reading it."""

    def __init__(self, templates: Path) -> None:
        self._templates = templates
        self._fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(templates / FONTS)])
        self._compilers: dict[str, typst.Compiler] = {}

    def set(self, job: dict[str, Any]) -> None:
        """Writes the file of one job. Raises typst.TypstError where it cannot be set."""
        template = job["template"]
        if template not in self._compilers:
            self._compilers[template] = typst.Compiler(str(self._templates / template), root=str(self._templates), font_paths=self._fonts)
        compiler, inputs = self._compilers[template], job["inputs"]
        made = _pdf(compiler, inputs, *job["date"]) if "date" in job else compiler.compile(format="png", ppi=72.0, sys_inputs=inputs)
        assert isinstance(made, bytes)
        Path(job["to"]).write_bytes(made)


def _pdf(compiler: typst.Compiler, inputs: dict[str, str], year: int, month: int, day: int) -> object:
    date = datetime.datetime(year, month, day, tzinfo=datetime.UTC)
    return compiler.compile(format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"], timestamp=date)


def main(templates: Path) -> None:
    typesetter = Typesetter(templates)
    for line in sys.stdin:
        wrong = ""
        try:
            typesetter.set(json.loads(line))
        except (typst.TypstError, OSError, ValueError) as error:
            wrong = str(error)
        print(json.dumps(wrong), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
