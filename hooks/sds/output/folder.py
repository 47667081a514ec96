"""A folder with a site's files in it -> a site that is finished and in its place."""

from __future__ import annotations

from pathlib import Path

from sds.output.link_check import broken_links
from sds.output.offline_copy import WORKER, offline_files
from sds.output.site_folder import OutputError, put_in_place
from sds.paths import TEMPLATES

STAGING = ".site-new"
"""Where a build makes the site before it is put in place, in the project's folder."""


def finish(built: Path, target: Path, root: Path) -> list[str]:
    """Adds the copy for reading without a connection, walks every link, and puts the site in the folder ``target``.

    Returns a line on each thing to know for whoever builds. Raises OutputError where a link leads nowhere or the site cannot be put there.
    """
    for path, content in offline_files(built, (root / TEMPLATES / WORKER).read_text("utf-8")).items():
        (built / path).parent.mkdir(parents=True, exist_ok=True)
        (built / path).write_bytes(content)
    if broken := broken_links(built):
        raise OutputError("Links that lead nowhere:\n" + "\n".join(map(str, broken)))
    return put_in_place(built, target)
