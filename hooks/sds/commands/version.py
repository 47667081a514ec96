"""Keeps the data as it is now in content/versions/, under the day on which the content last changed. Each build puts it at /data/<day>/ from then on.

The workflow that publishes runs it. A version that is there already stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sds.commands.arguments import parser
from sds.config.published import settings
from sds.config.read import read_config
from sds.exports.framework_json import framework_json
from sds.model.links import links_of
from sds.problem import report
from sds.project import Project, read_project
from sds.reading.versions import packed, version_path


def main(arguments: Sequence[str], root: Path) -> int:
    """Writes the file, and prints its size. Returns 1 if the content has errors."""
    parser("version", __doc__).parse_args(arguments)
    config, _ = read_config(root)
    where = settings(config)
    project = read_project(root, where)
    if not isinstance(project, Project):
        print(report(project))
        return 1
    framework = project.framework
    name = version_path(framework.spine.framework.updated)
    path = root / name
    if path.exists():
        print(f"{name} is there already. A version that was published does not change.")
        return 0
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(packed(framework_json(framework, links_of(framework), where.site_url)))
    print(f"{name}: {path.stat().st_size / 1000:.0f} KB.")
    return 0
