"""What one setting of ``mkdocs.yml`` does on this site."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from enum import Enum


class Use(Enum):
    """Whether a setting works."""

    WORKS = "works"
    WITH_MKDOCS = "works in MkDocs"
    """MkDocs does it alone: a preview by ``run.py site`` and a build without MkDocs leave it out, and say so."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table.

    ``name`` is its path, as in ``theme.palette``; a name that ends in ``*`` stands for all of its group that have no row of their own. ``why`` says
    what it does here, or why it does nothing, and ``instead`` what to do. ``only`` is the one value that is taken, where there is one.
    ``example`` is YAML that sets it, by which the tests try it.
    """

    name: str
    use: Use
    why: str
    instead: str = ""
    example: str = ""
    _: KW_ONLY
    only: str | bool | None = None
