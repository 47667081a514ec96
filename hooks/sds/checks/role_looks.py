"""Rules for the codes, colours and icons of roles. Each rule is a function whose docstring is its published text."""

from __future__ import annotations

from collections.abc import Iterator

from sds.checks.context import Context
from sds.colours import MIN_CONTRAST, least_contrast
from sds.icons import ICONS, icon_names
from sds.paths import SPINE
from sds.problem import Problem
from sds.rule import Example, rule
from sds.suggest import near, sure


@rule(
    "role-codes-are-their-own",
    "A code for each role",
    Example("    code: g\n    title: Wardens", "    code: w\n    title: Wardens", SPINE),
)
def role_codes_are_their_own(context: Context) -> Iterator[Problem]:
    """No two roles have the same code, because it is part of the id of their statements."""
    seen: dict[str, str] = {}
    for role in context.framework.roles:
        if role.code in seen:
            wrong = f'"{role.id}" has the code "{role.code}", and so has "{seen[role.code]}".'
            yield context.where.problem("roles", role.id, ("code",), wrong, "Write another letter, or two.")
        seen.setdefault(role.code, role.id)


@rule(
    "icons-exist",
    "The icon exists",
    Example("    icon: shield-acount", "    icon: shield-account", SPINE),
)
def icons_exist(context: Context) -> Iterator[Problem]:
    """The icon of a role is the name of a Material Design icon. So is the icon of an answer, with the folder of the theme before its name."""
    for role in context.framework.roles:
        if role.icon and not (ICONS / "material" / f"{role.icon}.svg").is_file():
            meant = sure(role.icon, icon_names())
            wrong, instead = _no_icon(role.icon, role.icon)
            yield context.where.problem("roles", role.id, ("icon",), wrong, instead, write=f"icon: {meant}" if meant else "")
    words = context.framework.spine.self_evaluation
    for name in ("statement_answers", "question_answers") if words else ():
        for position, answer in enumerate(getattr(words, name)):
            file = (ICONS / f"{answer.icon}.svg").resolve()
            if not (file.is_file() and file.is_relative_to(ICONS.resolve())):
                written = answer.icon.rpartition("/")[2]
                meant = sure(written, icon_names())
                mend = (answer.icon, f"{IN_THEME}{meant}") if meant else ("", "")
                place = ("self_evaluation", name, position, "icon")
                yield context.where.problem_in(SPINE, place, *_no_icon(answer.icon, written, IN_THEME), mend)


IN_THEME = "material/"
"""The folder of the Material Design icons in the theme."""


def _no_icon(written: str, name: str, folder: str = "") -> tuple[str, str]:
    close = near(name, icon_names())
    copied = f"copy its name after {folder}" if folder else "copy its name"
    instead = f'Did you mean "{folder}{close}"?' if close else f"Look one up at https://pictogrammers.com/library/mdi/ and {copied}."
    return f'There is no icon "{written}".', instead


@rule(
    "colours-can-be-read",
    "Colours with enough contrast",
    Example('    colour: {light: "#00a0a0", dark: "#95d6e4"}', '    colour: {light: "#0a5669", dark: "#95d6e4"}', SPINE),
)
def colours_can_be_read(context: Context) -> Iterator[Problem]:
    """The colour of a role has a contrast of 4.5 to 1 or more with every background that its name is on, light and dark (WCAG 2.2)."""
    for role in context.framework.roles:
        for name, colour, other in (("light", role.colour.light, "darker"), ("dark", role.colour.dark, "lighter")) if role.colour else ():
            found, ground = least_contrast(colour, name)
            if found < MIN_CONTRAST:
                wrong = f'The colour "{colour}" of "{role.id}" has a contrast of only {found:.1f} to 1 with {ground}; the minimum is {MIN_CONTRAST}.'
                yield context.where.problem("roles", role.id, ("colour", name), wrong, f"Write a {other} one.")
