"""Typesets booklets and pictures one after another in a separate process, which is replaced by a new one after a certain amount of work."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

MOST = 600_000
"""The most characters of data that one process typesets. Measured: it has then grown from 30 to 150 MB, and a new one costs 0.1 s of processor time."""


class TypesettingError(RuntimeError):
    """A booklet or picture cannot be typeset. The message says which and why."""


class Typesetting:
    """A context manager for the process, which is started when there is something to typeset."""

    def __init__(self, templates: Path) -> None:
        self._templates, self._had = templates, 0
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Typesetting:
        return self

    def __exit__(self, of: type[BaseException] | None, error: BaseException | None, where: TracebackType | None) -> None:
        self._end()

    def pdf(self, template: str, inputs: Mapping[str, str], date: Sequence[int], to: Path) -> None:
        """Writes the PDF of a ``template`` with ``inputs`` to the file ``to``. ``date`` (year, month, day) is its date of creation. Raises TypesettingError."""
        self._set(template, inputs, {"date": date}, to)

    def png(self, template: str, inputs: Mapping[str, str], to: Path) -> None:
        """Writes the PNG of a ``template`` with ``inputs`` to the file ``to``, with one pixel for each point. Raises TypesettingError."""
        self._set(template, inputs, {}, to)

    def _set(self, template: str, inputs: Mapping[str, str], more: Mapping[str, Any], to: Path) -> None:
        length = len(inputs["data"])
        if self._had and self._had + length > MOST:
            self._end()
        process = self._running()
        self._had += length
        assert process.stdin
        assert process.stdout
        process.stdin.write(json.dumps({"template": template, "inputs": inputs, "to": str(to), **more}) + "\n")
        process.stdin.flush()
        answer = process.stdout.readline()
        if wrong := json.loads(answer) if answer else "The program that makes PDF files stopped.":
            raise TypesettingError(wrong)

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None:
            program = Path(__file__).with_name("typesetter.py")
            command = [sys.executable, "-P", str(program), str(self._templates)]  # -P: files beside it have names of standard modules
            # several threads of Typst take 5 percent more processor time and finish no earlier
            alone = {**os.environ, "RAYON_NUM_THREADS": "1"}
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=alone, encoding="utf-8")  # noqa: S603
        return self._process

    def _end(self) -> None:
        if self._process is not None:
            self._process.communicate()
        self._process, self._had = None, 0
