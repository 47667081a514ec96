"""The page ``/pack/``, which makes one document of chosen standards, roles and kinds of content, and the page ``/offline/``, about offline use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from sds.model.framework import Framework
from sds.pages.offline_parts import PARTS, WHOLE
from sds.pages.pack_cases import stage_actions, standards_of
from sds.pages.pack_parts import kinds_of_pack
from sds.pages.page import HOME, Page
from sds.problem import counted


@dataclass(frozen=True, slots=True)
class Example:
    """An example of a pack: its title, and its choices as a query string."""

    title: str
    choice: str


def pack_pages(framework: Framework) -> Iterator[Page]:
    """``/pack/``, if there is something for a pack, and ``/offline/``."""
    kinds = kinds_of_pack(framework)
    if framework.standards and kinds:
        roles = ", the roles" if framework.roles else ""
        yield Page(
            url="/pack/",
            template="pack.html",
            title="Make a pack",
            description=f"Choose from the {counted(len(framework.standards), 'standard')}{roles} and types of content, and print or save them as one document.",
            edit="overrides/pages/pack.html",
            crumbs=(HOME,),
            section="pack",
            data={"pack_kinds": kinds, "examples": tuple(_examples(framework)), "cases": tuple(_cases(framework)), "sheets": _sheets(framework)},
        )
    yield Page(
        url="/offline/",
        template="offline.html",
        title="Use this site offline",
        description="Save this site on your device, or parts of it, so that you can read it offline. How it works, and how to remove it.",
        edit="overrides/pages/offline.html",
        crumbs=(HOME,),
        section="offline",
        data={"parts": PARTS, "whole": WHOLE},
    )


@dataclass(frozen=True, slots=True)
class Case:
    """A stage or situation for which a pack can be made (``kind`` says which), with the ids of the standards of its statements."""

    kind: str
    id: str
    title: str
    standards: tuple[str, ...]


def _cases(framework: Framework) -> Iterator[Case]:
    for stage in framework.spine.stages:
        yield Case("stage", stage.id, stage.title, tuple(standards_of(framework, stage_actions(framework, stage))))
    for situation in framework.situations:
        yield Case("situation", situation.id, situation.title, tuple(standards_of(framework, situation.actions)))


def _sheets(framework: Framework) -> dict[str, str]:
    """The id of the self-evaluation sheet for each role, by the id of the role."""
    words = framework.spine.self_evaluation
    return {role: sheet.id for sheet in words.sheets for role in sheet.roles} if words else {}


def _examples(framework: Framework) -> Iterator[Example]:
    """The example packs in the framework's data."""
    for pack in framework.spine.framework.packs:
        chosen = (("standard", pack.standards), ("role", pack.roles), ("stage", pack.stages), ("kind", pack.kinds))
        yield Example(pack.title, urlencode([(name, id) for name, ids in chosen for id in ids]))
