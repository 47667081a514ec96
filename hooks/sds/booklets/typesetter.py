"""A separate program that typesets booklets and pictures with Typst. It is a process of its own because Typst's cache is only freed when its process ends.

It is run by :mod:`sds.booklets.typesetting`, and imports nothing of this project, so that it starts with 30 MB of memory instead of 60. Each line of stdin
is a job as JSON: ``template`` (a file in the working folder, which also has the data for it), ``to`` (the file to write) and, for a PDF, its ``date`` (year,
month, day); without a date it makes a PNG. For each job it prints one line of JSON: an error message, or an empty string. The command line arguments are the
working folder and the folder of fonts. Only these fonts are used, so that the output is the same on every machine.
"""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path

import typst


class Typesetter:
    """Typst with the templates of one folder. The compiler of each template is kept, so that the template is parsed only once."""

    def __init__(self, folder: Path, fonts: Path) -> None:
        self._folder = folder
        self._fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts)])
        self._compilers: dict[str, typst.Compiler] = {}

    def set(self, template: str, to: str, date: tuple[int, int, int] | None = None) -> None:
        """Writes the file of one job. Raises typst.TypstError when it cannot be typeset."""
        if template not in self._compilers:
            self._compilers[template] = typst.Compiler(str(self._folder / template), root=str(self._folder), font_paths=self._fonts)
        compiler = self._compilers[template]
        made = _pdf(compiler, *date) if date else compiler.compile(format="png", ppi=72.0)
        assert isinstance(made, bytes)
        Path(to).write_bytes(made)


def _pdf(compiler: typst.Compiler, year: int, month: int, day: int) -> object:
    date = datetime.datetime(year, month, day, tzinfo=datetime.UTC)
    return compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=date)


def main(folder: Path, fonts: Path) -> None:
    """Reads jobs from stdin until it is closed, and prints a line for each. An error in one job does not end the program."""
    typesetter = Typesetter(folder, fonts)
    for line in sys.stdin:
        wrong = ""
        try:
            typesetter.set(**json.loads(line))
        except (typst.TypstError, OSError, ValueError) as error:
            wrong = str(error)
        print(json.dumps(wrong), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
