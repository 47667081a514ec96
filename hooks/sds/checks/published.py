"""Checks that what was published still exists, because people have its addresses in letters and leaflets."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from sds.checks.context import Context
from sds.model.field_types import slug
from sds.model.kinds import KINDS
from sds.paths import PAGES, PUBLISHED, SPINE
from sds.problem import Problem, counted
from sds.reading.published import Published
from sds.reading.yaml_text import RESTORE
from sds.rule import Example, rule
from sds.suggest import near

PUT_BACK = "Put it back. Its words may change, and may say that it has ended."
COPY_BACK = "Copy it back from an earlier version of this file. Its words may change, and may say that it has ended."
MOVED = "Put it back, or name it under formerly of the page that has its words now."
WITHDRAW = "Put it back; to end it, add status: withdrawn and a reason."


MOST_GONE = 5
"""The most missing records of a kind that are reported one by one. If there are more, one problem says that the file was cut."""


def gone(context: Context) -> Mapping[str, Collection[str]]:
    """The published ids of each kind that the files no longer have. Ids from a file that could not be read are left out."""
    result: dict[str, list[str]] = {}
    for named in context.published.ids:
        kind, _, id = named.partition("/")
        if kind not in KINDS or id in context.ids(kind) or context.framework.has(kind, id) or id in _formers(context, kind):
            continue
        if "id" in KINDS[kind].model.model_fields or not context.incomplete:  # an id that is made of other fields is unknown for a record that was set aside
            result.setdefault(kind, []).append(id)
    return result


def _formers(context: Context, kind: str) -> frozenset[str]:
    """The former ids of the records of a kind, whose addresses redirect."""
    if "formerly" not in KINDS[kind].model.model_fields:
        return frozenset()
    return frozenset(id for record in context.framework.records(kind).values() for id in getattr(record, "formerly", ()) if isinstance(id, str))


@rule(
    "published-ids-stay",
    "Published ids do not change",
    Example("  - id: compst\n", "  - id: compost\n", SPINE),
)
def published_ids_stay(context: Context) -> Iterator[Problem]:
    """An id that was published is never changed or removed, so that links in letters and leaflets keep working."""
    for kind, ids in gone(context).items():
        here = list(context.ids(kind))
        if file := _deleted(context, kind, ids):
            yield Problem(file, 1, f"This file is missing, with {counted(len(ids), KINDS[kind].one)} that {_was(ids)} published.", RESTORE)
            continue
        if len(ids) > MOST_GONE:
            path, line = _beside(context, kind, min(ids), here)
            first = ", ".join(f'"{id}"' for id in sorted(ids)[:3])
            told = "Restore the file from an earlier version: what was published is never deleted."
            yield Problem(path, line, f"{_many(len(ids), KINDS[kind].one)} that were published are gone: {first} and others.", told)
            continue
        published = {named.partition("/")[2] for named in context.published.ids if named.startswith(f"{kind}/")}
        new = [id for id in here if id not in published]
        ids = [id for id in ids if not any(other.startswith(f"{id} ") for other in new)]  # words ran into the id, which is told when the file is read
        for id in ids:
            one = KINDS[kind].one
            meant = near(id, new) or next((other for other in new if other.startswith(id) or id.startswith(other)), "")
            if meant and "id" in KINDS[kind].key and len(KINDS[kind].key) == 1:
                wrong = f'The id "{meant}" was published as "{id}", and an id that was published never changes.'
                yield context.where.problem(kind, meant, ("id",), wrong, f"Write id: {id}", write=f"id: {id}")
                continue
            back = WITHDRAW if kind == "actions" else MOVED if kind == "easy_read" else PUT_BACK
            wrong = f'The {one} "{id}" was published, but is no longer there.'
            if not KINDS[kind].steps:  # the record was a file
                own = KINDS[kind].file.path.replace("*", id)
                yield Problem(own, 1, wrong, back, other=own, gone=f"{kind}/{id}")
            elif "id" in KINDS[kind].key and len(KINDS[kind].key) == 1 and (meant := _renamed_record(context, kind, id, ids, new)):
                wrong = f'"{meant}" is new here, and the {one} "{id}", which was published, is gone.'
                old = back.replace("Put it", f'put "{id}"', 1)
                told = f"If they are two, {old} If it is the same, write id: {id}"
                yield context.where.problem(kind, meant, ("id",), wrong, told)
            else:
                path, line = _beside(context, kind, id, here)
                back = COPY_BACK if line == 1 and back == PUT_BACK else back
                yield Problem(path, line, wrong, back, gone=f"{kind}/{id}")


def _deleted(context: Context, kind: str, ids: Collection[str]) -> str:
    """The path of the file that the missing records were in, if they are of a kind with several files that are named by the start of their ids, perhaps with a
    number; an empty string if that is unknown."""
    form = KINDS[kind].file.path
    starts = {start for start, slash, _ in (id.partition("/") for id in ids) if slash}
    if len(starts) != 1 or "*" not in form:
        return ""
    start = starts.pop()
    numbers = {int(found[1]) for path in context.where.documents if (found := re.fullmatch(rf"{re.escape(form.replace('*', start))[:-5]}-(\d+)\.yaml", path))}
    stem = f"{start}-{min(set(range(1, max(numbers))) - numbers, default=0)}" if numbers else start
    file = form.replace("*", stem)
    return "" if file in context.where.documents or stem.endswith("-0") else file


def _was(things: Collection[str]) -> str:
    return "was" if len(things) == 1 else "were"


def _renamed_record(context: Context, kind: str, id: str, gone: Collection[str], new: Collection[str]) -> str:
    """The id of the only new record of a kind that may be the one published as ``id``: its name says the same words, or no other is new and no other gone."""
    names = {other: slug(str(getattr(record, "term", "") or getattr(record, "title", ""))) for other, record in context.framework.records(kind).items()}
    alike = [other for other in new if names.get(other) == id]
    return alike[0] if len(alike) == 1 else next(iter(new)) if len(gone) == len(new) == 1 else ""


def _many(number: int, one: str) -> str:
    """A count with the name of a kind, whose first noun gets the plural: ``2 groups of situations``."""
    noun, of, rest = one.partition(" of ")
    return f"{counted(number, noun)}{of}{rest}"


def told_once(found: Iterable[Problem], context: Context) -> Iterator[Problem]:
    """``found`` without problems about records that name a missing published id, because that record has to be restored."""
    lost = {id for ids in gone(context).values() for id in ids}
    return (problem for problem in found if problem.unknown not in lost)


def _beside(context: Context, kind: str, id: str, here: Collection[str]) -> tuple[str, int]:
    """The file where the missing record most likely was, that of the record whose id has the longest common start, and the line of that record if both have
    a number behind the same words. Other ids do not show where it was, so then the line is the first."""

    def alike(other: str) -> int:
        return next((at for at, (one, two) in enumerate(zip(id, other, strict=False)) if one != two), min(len(id), len(other)))

    if not here:
        return (KINDS[kind].file.path if "*" not in KINDS[kind].file.path else PUBLISHED), 1
    nearest = max(here, key=alike)
    problem = context.where.problem(kind, nearest, (), "", "")
    stems = {re.sub(r"\d+$", "", one) for one in (id, nearest)}
    return problem.path, problem.line if len(stems) == 1 else 1


def addresses_stay(published: Published, files: Collection[str], preview: bool) -> Iterator[Problem]:
    """A problem for each published address that is not in ``files``, the paths of the site, and for each redirect without a target.

    In a ``preview``, PDF addresses are skipped, because it has no booklets.
    """
    for address, line in published.addresses.items():
        target = published.leads_on.get(address, "")
        if preview and address.endswith(".pdf"):
            continue
        if target and path_of(target) not in files:
            yield Problem(PUBLISHED, line, f"{address} leads to {target}, but there is no page there.", f"Write {address} -> and the address that it has now.")
        elif path_of(address) not in files:
            by_hand = f"{PAGES}/{address.strip('/') or 'index'}.md"
            wrong = f"The page {address} was published, but is no longer there."
            meant = _renamed(address, published, files)
            now = f"{address} -> {meant}" if meant else f"{address} -> and that address"
            yield Problem(by_hand, 1, wrong, f"Restore it, or write in {PUBLISHED}, line {line}, the address of the page that has its words now: {now}")


def moved_pages(published: Published, files: Collection[str], pages: Collection[str]) -> Mapping[str, str]:
    """Each published address that is not in ``files`` and whose page was moved to another folder, with the address that it has there: the only new one of the
    same name among ``pages``, the addresses of the hand-written pages."""
    new = [page for page in pages if page not in published.addresses]
    lost = [address for address in published.addresses if address not in published.leads_on and path_of(address) not in files]
    alike = {address: [page for page in new if page.rsplit("/", 2)[-2:] == address.rsplit("/", 2)[-2:]] for address in lost}
    return {address: there[0] for address, there in alike.items() if len(there) == 1}


def pages_stay(published: Published, moved: Mapping[str, str]) -> Iterator[Problem]:
    """A problem for each page that was ``moved``, in the file that it is in now."""
    for address, now in moved.items():
        wrong = f"This page was moved: it was published as {address}, and a page that was published keeps its address."
        back = f"Move it back to {PAGES}{address.rstrip('/')}.md, or write in {PUBLISHED}, line {published.addresses[address]}: {address} -> {now}"
        yield Problem(f"{PAGES}{now.rstrip('/')}.md", 1, wrong, back)


def _renamed(address: str, published: Published, files: Collection[str]) -> str:
    """The address of the only new page whose name has the same start as ``address``, or an empty string."""
    folder, _, name = address.strip("/").rpartition("/")
    pages = (f"/{path.removesuffix('index.html')}" for path in files if path.endswith("/index.html"))
    new = [page for page in pages if page not in published.addresses]
    alike = [page for page in new if name and page.rsplit("/", 2)[-2].startswith(name) and page.strip("/").rpartition("/")[0] in (folder, address.strip("/"))]
    return alike[0] if len(alike) == 1 else ""


def path_of(address: str) -> str:
    """The path in the output folder of the file at ``address``."""
    name = address.partition("#")[0][1:]
    return f"{name}index.html" if not name or name.endswith("/") else name
