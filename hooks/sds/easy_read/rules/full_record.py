"""Rules that compare an easy-read page with its full record: the records that it names, whether it is up to date, and who checked it.

Each rule is a function whose docstring is the published text of the rule.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping

from sds.easy_read.fingerprint import WITHOUT_RECORD
from sds.easy_read.rule import EASY_PAGES, Found, Given, error, rule, warning
from sds.easy_read.text import Text
from sds.model.framework import Action
from sds.model.kinds import KINDS, called
from sds.model.records import EasyPage
from sds.model.references import references
from sds.problem import FieldPath
from sds.rule import Example
from sds.suggest import nearest

MONTHS = 24
NAMES = "ER35.1"
SOURCE = "Scottish Government service manual, Easy read: beside the full version, never instead of it"


@rule(
    NAMES,
    "A full page for each easy page",
    error="A page is the easy-read version of a record that does not exist, or a block links to a resource that does not exist.",
    source=SOURCE,
    example=Example("  - kind: standards\n    id: watr", "  - kind: standards\n    id: water", EASY_PAGES),
    pages_only=True,
    full_too=True,
)
def names_what_exists(text: Text, given: Given) -> Iterator[Found]:
    """An easy page goes with a full page: its kind and its id are those of a record. A resource that a block links to is on this site."""
    for reference in references(text.page) if text.page is not None else ():
        kind = reference.kinds[0]
        if reference.ref.reported_by == NAMES and kind not in WITHOUT_RECORD and reference.id not in given.ids(kind):
            wrong = f'"{reference.id}" is not {called(reference.kinds, reference.ref.called)}.'
            yield error(reference.place, wrong, nearest(reference.id, given.ids(kind), KINDS[kind].file.path), reference.id)


@rule(
    "ER35.3",
    "Lines of statements in force",
    error="A line names a statement that is unknown, withdrawn, used twice, or from another standard or role.",
    source=SOURCE,
    example=Example(
        "      - {action: water-g1, picture: hand, text: You can get to it.}", "      - {action: paths-g1, picture: hand, text: You can get to it.}", EASY_PAGES
    ),
    pages_only=True,
    full_too=True,
)
def lines_of_statements(text: Text, given: Given) -> Iterator[Found]:
    """Each line puts one statement into easy words. That statement is in force, belongs to the page's standard, and is for a role whose page leads
    with easy read."""
    page, framework = text.page, given.framework
    if page is None or not _has_record(page, given):
        return
    own, missing = _statements(page, given), _without_line(page, given)
    easy_roles = {role.id for role in framework.roles if role.easy_first}
    left = f"Name the statement that these words are about. Without a line: {', '.join(missing)}." if missing else "Delete this line."
    said: set[str] = set()
    for index, line in enumerate(page.lines):
        place: FieldPath = ("lines", index, "action")
        action = own.get(line.action)
        if action is None:
            # a statement of this standard that is in a file, but was set aside because of an error of its own
            if not (line.action.startswith(f"{page.id}-") and line.action in given.ids("actions")):
                yield error(place, f'"{line.action}" is not a statement of "{page.id}".', _meant(line.action, own, missing, easy_roles), line.action)
        elif action.status == "withdrawn":
            yield error(place, f'The statement "{line.action}" is withdrawn.', "Delete this line.")
        elif easy_roles and action.role not in easy_roles and framework.has("roles", action.role):
            yield error(place, f'"{line.action}" is a statement for another role, "{action.role}".', left)
        elif line.action in said:
            yield error(place, f'The statement "{line.action}" has a line above this one already.', left)
        said.add(line.action)


def _meant(id: str, own: Mapping[str, Action], missing: Collection[str], easy_roles: Collection[str]) -> str:
    """What to write for an unknown statement in a line: one of those without a line, or, if there are none, one of those that a line may name."""
    if len(missing) == 1:
        return f'Did you mean "{next(iter(missing))}"? It is the only one without a line.'
    return nearest(id, missing or [one.id for one in own.values() if one.role in easy_roles] or [*own])


@rule(
    "ER35.4",
    "A line for each statement",
    warning="A statement for a role whose page leads with easy read has no easy words.",
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
    """The easy page of a standard has every statement for the roles whose pages lead with easy read."""
    page = text.page
    if page is None or not _has_record(page, given):
        return
    own = _statements(page, given)
    if not all(line.action in own for line in page.lines):  # one of the unknown lines may be meant for it
        return
    for id, action in _without_line(page, given).items():
        yield warning(("lines",), f'The statement "{id}" has no easy words.', f"Add a line for it: {action.text}")


@rule(
    "ER35.5",
    "Up to date with the full page",
    warning="The words of the full page changed after this one was written, or after people checked it; or it does not say which words it was written from.",
    source=SOURCE,
    example=Example('    words_from: "000000000000"', '    words_from: "6df443e3f728"', EASY_PAGES),
    pages_only=True,
    full_too=True,
)
def in_step(text: Text, given: Given) -> Iterator[Found]:
    """An easy page says what its full page says. A short code of the full page's words (words_from) shows whether they have changed since."""
    page = text.page
    if page is None or not _has_record(page, given):
        return
    now = given.words_now(page) if given.whole(page) else ""
    if not now or page.words_from == now:  # a record that was set aside because of an error has no words to compare
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
            f'Read both again and fix what is different, then write words_from: "{now}"',
        )
    elif page.checked is None:  # for a checked page, rule ER36 reports this
        yield warning(("title",), "Nothing says which words of the full page this was written from.", f'Read both, then add the line words_from: "{now}"')


@rule(
    "ER36",
    "Checked by people",
    error="A check is dated in the future.",
    warning="A check is more than 24 months old, or does not say which words of the full page it was made on.",
    source="Inclusion Europe, Information for all (2009)",
    example=Example('    checked: {by: the reading group, when: "2019-03-01"}', '    checked: {by: the reading group, when: "2025-03-01"}', EASY_PAGES),
    pages_only=True,
    full_too=True,
)
def checked_by_people(text: Text, given: Given) -> Iterator[Found]:
    """People who use easy read check each page. The page says who checked it and when. Until then, it says that it is a draft."""
    page = text.page
    if page is None or page.checked is None:
        return
    when = datetime.date.fromisoformat(page.checked.when)
    if when > given.today:
        yield error(("checked", "when"), f"{page.checked.when} is in the future.", "Write the day of the check.")
    elif (given.today.year - when.year) * 12 + given.today.month - when.month - (given.today.day < when.day) >= MONTHS:
        yield warning(("checked", "when"), f"This check was on {page.checked.when}, more than {MONTHS} months ago.", "Ask people to check the page again.")
    now = given.words_now(page)
    if now and page.words_from is None:
        yield warning(("checked",), "Nothing says which words of the full page this check was made on.", f'Add the line words_from: "{now}"')


def _has_record(page: EasyPage, given: Given) -> bool:
    """Whether the page is the easy-read version of a record, and the files have that record."""
    return page.kind not in WITHOUT_RECORD and page.id in given.ids(page.about)


def _statements(page: EasyPage, given: Given) -> dict[str, Action]:
    """The statements of the page's standard by their ids; none for a page of another kind."""
    if page.kind != "standards" or not given.framework.has("standards", page.id):
        return {}
    return {action.id: action for action in given.framework.record("standards", page.id).actions}


def _without_line(page: EasyPage, given: Given) -> dict[str, Action]:
    """The statements in force, by id, that need a line of easy read and have none on the page."""
    easy_roles = {role.id for role in given.framework.roles if role.easy_first}
    lined = {line.action for line in page.lines}
    every = _statements(page, given).items()
    return {id: action for id, action in every if action.role in easy_roles and action.status == "current" and id not in lined}
