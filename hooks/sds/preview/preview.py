"""A preview: the site as it stands on an editor's own screen while files are saved.

Each file is finished when a browser first asks for it, so that a saved sentence is there at once. When a save leaves something to put
right, the last good site is served on, and each of its pages begins with the list of what to put right.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from markupsafe import Markup

from sds.output.files import Content

BODY = re.compile(r"<body\b[^>]*>")
SLIP = Markup("""<div class="slip" role="alert">
<p><strong>Your last save is not shown yet.</strong> Put this right and save again. Until then, the site is here as it was before.</p>
<ul>
{}</ul>
</div>
""")


class Preview:
    """The files of the last good site, the folder they are served from, and what is wrong with the last save."""

    def __init__(self, folder: Path, log: logging.Logger) -> None:
        """``folder`` is where the server looks for files; ``log`` is where a build says what went wrong."""
        self._folder, self._log = folder, log
        self._files: Mapping[str, Content] = {}
        self._slip = ""
        self._asked: set[str] = set()
        self._quiet = RLock()  # held while the site changes: who asks for a page then gets the new one

    def take(self, files: Mapping[str, Content]) -> None:
        """Shows a new site that is in order."""
        self._files, self._slip = files, ""

    def rebuild(self, build: Callable[[], None], slip: type[Exception]) -> None:
        """Calls ``build``, which ends with :meth:`take`, and holds back whoever asks for a page until it is done. Raises nothing.

        ``slip`` is what it raises when there is something to put right. Anything else is an error of the program, and is logged whole.
        """
        with self._quiet, self._heard() as said:
            try:
                build()
            except (Exception, SystemExit) as error:
                self._fail("\n".join(said) or str(error))
                self._log.error(f"{error}\nThe preview shows the site as it was before, with this list on each page.", exc_info=not isinstance(error, slip))
            asked, self._asked = self._asked, set()
            for path in asked:  # someone was given it before the folder was emptied, and may be about to open it
                self.finish(path)

    @contextmanager
    def _heard(self) -> Iterator[list[str]]:
        """What is logged meanwhile of what went wrong."""
        said = list[str]()
        ear = logging.Handler(logging.WARNING)
        ear.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
        self._log.addHandler(ear)
        try:
            yield said
        finally:
            self._log.removeHandler(ear)

    def _fail(self, report: str) -> None:
        lines = (Markup("<li>{}</li>\n").format(line) for line in report.splitlines() if line.strip())
        self._slip = SLIP.format(Markup("").join(lines))
        for page in self._folder.rglob("*.html"):
            page.unlink()  # it is finished again with the list

    def finish(self, path: str) -> None:
        """Writes a file of the site into the folder, if the site has it and it is not there yet."""
        with self._quiet:
            if path in self._files:
                self._asked.add(path)
                place, content = self._folder / path, self._files[path]
                if not place.exists():
                    place.parent.mkdir(parents=True, exist_ok=True)
                    if path.endswith(".html") and isinstance(content, str):
                        content = BODY.sub(lambda begin: f"{begin[0]}\n{self._slip}", content, count=1)
                    place.write_bytes(content if isinstance(content, bytes) else content.encode())
