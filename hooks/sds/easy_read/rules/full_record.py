"""A page beside its full record: what it names, whether it still says the same, and who checked it. Each rule is one function."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from sds.easy_read.fingerprint import WITHOUT_RECORD
from sds.easy_read.rule import Found, Given, error, rule, warning
from sds.easy_read.text import Text
from sds.model.kinds import KINDS, called
from sds.model.records import EasyPage
from sds.model.references import references
from sds.problem import FieldPath
from sds.suggest import nearest

MONTHS = 24


@rule(
    "ER35",
    "In step with the full page",
    error="A page is the twin of a record that does not exist, one of its statements is unknown, withdrawn, there twice, or of another standard or role, or a "
    "block leads to a resource that does not exist.",
    warning="The words of the full page changed after this one was written, or after people checked it; it does not say which words it was written from; or a "
    "statement for this role has no easy words.",
    source="Scottish Government service manual, Easy read: beside the full version, never instead of it",
    before="The full page now says 3 weeks. The easy page still says 2.",
    after="Both pages say 3 weeks, and people have checked the easy page again.",
    pages_only=True,
    full_too=True,
)
def in_step(text: Text, given: Given) -> Iterator[Found]:
    """An easy page says what its full page says. A short code of the full page's words (words_from) shows whether they have changed since."""
    page = text.page
    if page is None:
        return
    yield from _nothing_named(page, given)
    if page.kind not in WITHOUT_RECORD and page.id in given.ids(page.kind):
        yield from _lines(page, given)
        yield from _words(page, given)


def _nothing_named(page: EasyPage, given: Given) -> Iterator[Found]:
    """What the page names, its lines apart, and no record is."""
    for reference in references(page):
        kind = reference.kinds[0]
        if reference.place[0] != "lines" and reference.ref.told_by == "ER35" and kind not in WITHOUT_RECORD and reference.id not in given.ids(kind):
            wrong = f'"{reference.id}" is not {called(reference.kinds, reference.ref.called)}.'
            yield error(reference.place, wrong, nearest(reference.id, given.ids(kind), KINDS[kind].file.path))


def _lines(page: EasyPage, given: Given) -> Iterator[Found]:
    """Each line that is none of the statements which the page should say again, and each of these that has no line."""
    framework = given.framework
    own = {one.id: one for standard in framework.standards if (page.kind, page.id) == ("standards", standard.id) for one in standard.actions}
    easy_roles = {role.id for role in framework.roles if role.easy_first}
    lined = {line.action for line in page.lines}
    missing = {id: one for id, one in own.items() if one.role in easy_roles and one.status == "current" and id not in lined}
    left = f"Name the statement that these words say again. Without a line: {', '.join(missing)}." if missing else "Take this line out."
    said: set[str] = set()
    for index, line in enumerate(page.lines):
        place: FieldPath = ("lines", index, "action")
        action = own.get(line.action)
        if action is None:
            # one that begins as the page's do and stands in a file was set aside for a problem of its own
            if not (line.action.startswith(f"{page.id}-") and line.action in given.ids("actions")):
                choices = [one.id for one in own.values() if one.role in easy_roles] or [*own]
                yield error(place, f'"{line.action}" is not a statement of "{page.id}".', nearest(line.action, choices))
        elif action.status == "withdrawn":
            yield error(place, f'The statement "{line.action}" is withdrawn.', "Take this line out.")
        elif easy_roles and action.role not in easy_roles and framework.has("roles", action.role):
            yield error(place, f'"{line.action}" is a statement for another role, "{action.role}".', left)
        elif line.action in said:
            yield error(place, f'The statement "{line.action}" has a line above this one already.', left)
        said.add(line.action)
    for id, one in missing.items():
        yield warning(("lines",), f'The statement "{id}" has no easy words.', f"Add a line for it: {one.text}")


def _words(page: EasyPage, given: Given) -> Iterator[Found]:
    """Whether the words of the full page changed since these were written or checked."""
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
    "ER36",
    "Checked by people",
    error="A check is dated in the future.",
    warning="A check is more than 24 months old, or does not say which words of the full page it was made on.",
    source="Inclusion Europe, Information for all (2009)",
    before='checked: {by: the reading group, when: "2019-03-01"}',
    after='checked: {by: the reading group, when: "2026-03-01"}',
    pages_only=True,
    full_too=True,
)
def checked_by_people(text: Text, given: Given) -> Iterator[Found]:
    """People who use easy read check each page. It says who and when, and until then that it is a draft."""
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
