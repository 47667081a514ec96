"""An easy-read page beside its full page. Each rule is one function whose docstring is what it asks for. Messages of all of them begin with ER35."""

from __future__ import annotations

from collections.abc import Iterator

from sds.easy_read.fingerprint import WITHOUT_RECORD
from sds.easy_read.rule import EASY_PAGES, Found, Given, error, rule, warning
from sds.easy_read.text import Text
from sds.model.framework import Action
from sds.model.records import EasyPage
from sds.rule import Example
from sds.suggest import nearest

SOURCE = "Scottish Government service manual, Easy read: beside the full version, never instead of it"


@rule(
    "ER35.1",
    "A page of something that exists",
    error="A page is the twin of a record that does not exist.",
    source=SOURCE,
    example=Example("  - kind: standards\n    id: watr", "  - kind: standards\n    id: water", EASY_PAGES),
    pages_only=True,
    full_too=True,
)
def page_of_a_record(text: Text, given: Given) -> Iterator[Found]:
    """An easy page stands beside a full page: its kind and its id are those of a record."""
    page = text.page
    if page is not None and page.kind not in WITHOUT_RECORD and page.id not in given.ids(page.kind):
        yield error(("id",), f'"{page.id}" is not the id of one of the {page.kind}.', nearest(page.id, given.ids(page.kind)))


@rule(
    "ER35.3",
    "Lines of statements in force",
    error="A line names a statement that is unknown, withdrawn, there twice, or of another standard or role.",
    source=SOURCE,
    example=Example(
        "      - {action: water-g1, picture: hand, text: You can get to it.}", "      - {action: paths-g1, picture: hand, text: You can get to it.}", EASY_PAGES
    ),
    pages_only=True,
    full_too=True,
)
def lines_of_statements(text: Text, given: Given) -> Iterator[Found]:
    """Each line says again one statement of the page's standard that is in force, and each of a role that reads in easy read first."""
    page, framework = text.page, given.framework
    if page is None or not _has_record(page, given):
        return
    own, missing = _statements(page, given), _without_line(page, given)
    easy_roles = {role.id for role in framework.roles if role.easy_first}
    left = f"Name the statement that these words say again. Without a line: {', '.join(missing)}." if missing else "Take this line out."
    said: set[str] = set()
    for index, line in enumerate(page.lines):
        action, wrong, instead = own.get(line.action), "", ""
        if action is None and line.action.startswith(f"{page.id}-") and line.action in given.ids("actions"):
            continue  # it was set aside for a problem of its own
        if action is None:
            choices = [one.id for one in own.values() if one.role in easy_roles] or [*own]
            wrong, instead = f'"{line.action}" is not a statement of "{page.id}".', nearest(line.action, choices)
        elif action.status == "withdrawn":
            wrong, instead = f'The statement "{line.action}" is withdrawn.', "Take this line out."
        elif easy_roles and action.role not in easy_roles and framework.has("roles", action.role):
            wrong, instead = f'"{line.action}" is a statement for another role, "{action.role}".', left
        elif line.action in said:
            wrong, instead = f'The statement "{line.action}" has a line above this one already.', left
        if wrong:
            yield error(("lines", index, "action"), wrong, instead)
        said.add(line.action)


@rule(
    "ER35.4",
    "A line for each statement",
    warning="A statement for a role that reads in easy read first has no easy words.",
    source=SOURCE,
    example=Example(
        "      - {action: water-g1, picture: plant, text: Ask for a tap.}",
        """\
      - {action: water-g1, picture: plant, text: Ask for a tap.}
      - {action: water-g2, picture: hand, text: You can share a water butt.}""",
        EASY_PAGES,
    ),
    pages_only=True,
    full_too=True,
)
def line_for_each_statement(text: Text, given: Given) -> Iterator[Found]:
    """The easy page of a standard says again every statement of the roles that read in easy read first."""
    page = text.page
    if page is None or not _has_record(page, given):
        return
    for id, action in _without_line(page, given).items():
        yield warning(("lines",), f'The statement "{id}" has no easy words.', f"Add a line for it: {action.text}")


@rule(
    "ER35.5",
    "In step with the full page",
    warning="The words of the full page changed after this one was written, or after people checked it; or it does not say which words it was written from.",
    source=SOURCE,
    example=Example('    words_from: "000000000000"', '    words_from: "6dc74cd0c9e3"', EASY_PAGES),
    pages_only=True,
    full_too=True,
)
def in_step(text: Text, given: Given) -> Iterator[Found]:
    """An easy page says what its full page says. A short code of the full page's words (words_from) shows whether they have changed since."""
    page = text.page
    if page is None or not _has_record(page, given):
        return
    now = given.words_now(page)
    if not now or page.words_from == now:  # a record that was set aside for a problem of its own has no words to compare
        return
    if page.words_from is not None and page.checked is not None:
        yield warning(
            ("words_from",),
            "The words of the full page changed after people checked this page.",
            f'Ask them to check it again, then write words_from: "{now}" and the day of that check.',
        )
    elif page.words_from is not None:
        yield warning(
            ("words_from",),
            "The full page has changed since this easy page was written.",
            f'Read both again and put right what differs, then write words_from: "{now}"',
        )
    elif page.checked is None:  # ER36 tells it of a checked page
        yield warning(("title",), "Nothing says which words of the full page this was written from.", f'Read both, then add the line words_from: "{now}"')


@rule(
    "ER35.6",
    "A resource that exists",
    error="A block leads to a resource that does not exist.",
    source=SOURCE,
    example=Example("        resource: tap-mapp", "        resource: tap-map", EASY_PAGES),
    pages_only=True,
    full_too=True,
)
def resources_exist(text: Text, given: Given) -> Iterator[Found]:
    """The resource that a block hands its reader is one of the library."""
    page = text.page
    for index, block in enumerate(page.blocks if page is not None else ()):
        if block.resource and block.resource not in given.ids("resources"):
            wrong = f'"{block.resource}" is not the id of a resource.'
            yield error(("blocks", index, "resource"), wrong, nearest(block.resource, given.ids("resources")))


def _has_record(page: EasyPage, given: Given) -> bool:
    """Whether the page is the twin of a record, and the files have that record."""
    return page.kind not in WITHOUT_RECORD and page.id in given.ids(page.kind)


def _statements(page: EasyPage, given: Given) -> dict[str, Action]:
    """The statements of the page's standard by their ids; none for a page of another kind."""
    if page.kind != "standards" or not given.framework.has("standards", page.id):
        return {}
    return {action.id: action for action in given.framework.record("standards", page.id).actions}


def _without_line(page: EasyPage, given: Given) -> dict[str, Action]:
    """The statements in force that easy read should say again, and no line of the page names."""
    easy_roles = {role.id for role in given.framework.roles if role.easy_first}
    lined = {line.action for line in page.lines}
    every = _statements(page, given).items()
    return {id: action for id, action in every if action.role in easy_roles and action.status == "current" and id not in lined}
