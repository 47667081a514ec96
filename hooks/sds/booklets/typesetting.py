"""Typesets booklets and pictures one after another in a separate process, which is replaced by a new one after a certain amount of work.

The process works in a temporary folder with copies of the templates, the data of the current booklet (``data.json``) and the pictures. Each picture is written
there once: most are in several booklets. As inputs of Typst (``sys.inputs``), data would make it build its whole library anew for each booklet.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from sds.booklets.text import FONTS

DATA, PICTURES = "data.json", "pictures"
"""The names of the file and of the folder that templates read."""
MOST = 600_000
"""The most characters of data that one process typesets. Measured: it has then grown from 30 to 150 MB, and a new one costs 0.03 s of processor time."""

VARIABLES = {
    "RAYON_NUM_THREADS": "1",  # several threads of Typst take 5 percent more processor time and finish no earlier
    # glibc (see mallopt(3)): by its default, which changes with what is freed, memory of large buffers stays taken: up to 30 of 200 MB
    "MALLOC_MMAP_THRESHOLD_": "1000000",
    "MALLOC_TRIM_THRESHOLD_": "8000000",
}
"""Environment variables of the process."""


class TypesettingError(RuntimeError):
    """A booklet or picture cannot be typeset. The message says which and why."""


class Typesetting:
    """A context manager for the process, which is started when there is something to typeset."""

    def __init__(self, templates: Path) -> None:
        self._templates, self._had = templates, 0
        self._process: subprocess.Popen[str] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> Typesetting:
        return self

    def __exit__(self, of: type[BaseException] | None, error: BaseException | None, where: TracebackType | None) -> None:
        self._end()
        if self._folder:
            self._folder.cleanup()

    def pdf(self, template: str, data: str, pictures: Mapping[str, str], date: Sequence[int], to: Path) -> None:
        """Writes a PDF to the file ``to``: the ``template`` with ``data`` (JSON) and ``pictures`` (SVG by id), created on ``date`` (year, month, day).

        Raises TypesettingError.
        """
        self._set(template, data, pictures, {"date": date}, to)

    def png(self, template: str, data: str, to: Path) -> None:
        """Writes a PNG to the file ``to``: the ``template`` with ``data`` (JSON), one pixel for each point. Raises TypesettingError."""
        self._set(template, data, {}, {}, to)

    def _set(self, template: str, data: str, pictures: Mapping[str, str], more: Mapping[str, Any], to: Path) -> None:
        if self._had and self._had + len(data) > MOST:
            self._end()
        folder = self._working_folder()
        (folder / DATA).write_text(data, "utf-8")
        for id, svg in pictures.items():
            picture = folder / PICTURES / f"{id}.svg"
            if not picture.exists():
                picture.write_text(svg, "utf-8")
        process = self._running(folder)
        self._had += len(data)
        assert process.stdin
        assert process.stdout
        process.stdin.write(json.dumps({"template": template, "to": str(to), **more}) + "\n")
        process.stdin.flush()
        answer = process.stdout.readline()
        if wrong := json.loads(answer) if answer else "The program that makes PDF files stopped.":
            raise TypesettingError(wrong)

    def _working_folder(self) -> Path:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="booklets-")
            (Path(self._folder.name) / PICTURES).mkdir()
            for template in self._templates.glob("*.typ"):
                shutil.copy(template, self._folder.name)
        return Path(self._folder.name)

    def _running(self, folder: Path) -> subprocess.Popen[str]:
        if self._process is None:
            program = Path(__file__).with_name("typesetter.py")
            command = [sys.executable, "-P", str(program), str(folder), str(self._templates / FONTS)]  # -P: files beside it have names of standard modules
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, **VARIABLES}, encoding="utf-8")  # noqa: S603
        return self._process

    def _end(self) -> None:
        if self._process is not None:
            self._process.communicate()
        self._process, self._had = None, 0
