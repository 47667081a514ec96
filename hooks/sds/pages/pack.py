"""The page that makes a pack of chosen standards, roles and kinds, and the page about reading without a connection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from sds.model.framework import Framework
from sds.pages.pack_parts import KINDS
from sds.pages.page import HOME, Page
from sds.paths import SPINE

MOST_FOR_A_VISIT = 3
"""How many standards the example of a visit takes: more is not read on a doorstep."""


@dataclass(frozen=True, slots=True)
class Example:
    """A pack that many will want: a name for it, and the choice as it stands in the address."""

    title: str
    choice: str


def pack_pages(framework: Framework) -> Iterator[Page]:
    """``/pack/`` and ``/offline/``."""
    yield Page(
        url="/pack/",
        template="pack.html",
        title="Make a pack",
        description=f"Choose from the {len(framework.standards)} standards, the roles and the kinds of content, and print or save them as one document.",
        edit=SPINE,
        crumbs=(HOME,),
        section="pack",
        data={"pack_kinds": KINDS, "examples": tuple(_examples(framework))},
    )
    yield Page(
        url="/offline/",
        template="offline.html",
        title="Without a connection",
        description="After one visit your device keeps a copy of this site, for reading where there is no connection. How it works, and how to remove it.",
        edit="overrides/pages/offline.html",
        crumbs=(HOME,),
        section="offline",
    )


def _examples(framework: Framework) -> Iterator[Example]:
    """Three packs to begin with, found in the framework itself: a meeting on one standard, a visit at one stage, all of one role."""
    standard = framework.standards[min(3, len(framework.standards) - 1)]
    yield Example(
        f"A team meeting on Standard {standard.number}, {standard.short}",
        urlencode([("standard", standard.id), ("kind", "statements"), ("kind", "self-check")]),
    )
    stage = framework.spine.stages[min(1, len(framework.spine.stages) - 1)]
    there = [action for action in framework.current_actions if stage.id in action.stages]
    if there:
        role_id = Counter(action.role for action in there).most_common(1)[0][0]
        role = next(role for role in framework.roles if role.id == role_id)
        most = Counter(action.standard for action in there if action.role == role_id).most_common(MOST_FOR_A_VISIT)
        chosen = [("standard", standard.id) for standard in framework.standards if standard.id in dict(most)]
        kinds = [("kind", "statements"), ("kind", "tools"), ("kind", "easy-read")]
        yield Example(f"A visit: {stage.title.lower()}, for {role.title.lower()}", urlencode([*chosen, ("role", role_id), *kinds]))
    first = framework.roles[0]
    yield Example(f"All statements for {first.title.lower()}", urlencode([("role", first.id), ("kind", "statements")]))
