"""The row of the table of settings: what one setting of ``mkdocs.yml`` does on this site."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from enum import Enum


class Use(Enum):
    """Whether a setting works on this site."""

    WORKS = "works"
    WITH_MKDOCS = "works in MkDocs"
    """Works only in a build by MkDocs. The preview (``run.py site``) and a build without MkDocs ignore it, and say so."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table.

    ``name`` is the path of the setting, as in ``theme.palette``; a name that ends in ``.*`` stands for all settings of a group without a row of their own.
    ``why`` says what the setting does here, or why it has no effect, and ``instead`` what to do. ``only`` is the one allowed value, if there is just one.
    ``example`` is YAML with the setting, for the tests.
    """

    name: str
    use: Use
    why: str
    instead: str = ""
    example: str = ""
    _: KW_ONLY
    only: str | bool | None = None
