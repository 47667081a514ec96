"""Rules for provisions: each once, with all that its strength requires. Each rule is a function whose docstring is its published text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sds.checks.context import Context
from sds.checks.published import gone
from sds.checks.rule import WATER
from sds.paths import LAW
from sds.problem import Problem
from sds.rule import Example, rule


@rule(
    "provisions-are-of-an-act",
    "A provision is part of a law",
    Example("    instrument: garden-charter\n    section: section 2", "    instrument: garden-bylaw\n    section: section 2", LAW),
)
def provisions_are_of_an_act(context: Context) -> Iterator[Problem]:
    """The instrument of a provision is a source whose authority is law, and its version is a version of that instrument."""
    sources, versions = context.framework.records("sources"), context.framework.records("versions")
    for provision in context.framework.provisions:
        source, version = sources.get(provision.instrument), versions.get(provision.version)
        if source is not None and source.authority != "law":
            wrong = f'"{provision.instrument}" is not a law: its authority is {source.authority}.'
            yield context.where.problem("provisions", provision.id, ("instrument",), wrong, "Name the law that the rule is in.")
        elif version is not None and version.instrument != provision.instrument:
            wrong = f'"{provision.version}" is a version of "{version.instrument}", not of "{provision.instrument}".'
            own = [one.id for one in context.framework.law.versions if one.instrument == provision.instrument]
            instead = f"Write one of: {', '.join(own)}." if own else f'Under versions, add the version of "{provision.instrument}" that you read.'
            yield context.where.problem("provisions", provision.id, ("version",), wrong, instead)


@rule(
    "sections-say-what-they-are",
    "What part of the law it is",
    Example("    section: s.5\n    subject: getting-about", "    section: section 5\n    subject: getting-about", LAW),
    {"warning": ""},
)
def sections_say_what_they_are(context: Context) -> Iterator[Problem]:
    """The section of a provision begins with a whole word, such as section or regulation, because pages show it as it is written."""
    for provision in context.framework.provisions:
        if found := re.match(r"(?:s|ss|sec|sect|r|reg|regs|art|para|sch|sched)\b\.? *(?=\d)|(?=\d)", provision.section):
            like = [one.section.split()[0] for one in context.framework.provisions if one.instrument == provision.instrument and one.section[:1].isalpha()]
            word = next((one for one in like if len(one) > len("sched")), "")
            line = f"section: {word} {provision.section[found.end() :]}"
            wrong = f'"{provision.section}" does not say in a whole word what part of the law it is.'
            told = f"Write {line}" if word else "Begin with the word that the law has for it."
            yield context.where.problem("provisions", provision.id, ("section",), wrong, told)


@rule(
    "provisions-name-who-must",
    "Who has the duty",
    Example(
        "    section: section 5\n    subject: getting-about",
        "    section: section 5\n    subject: getting-about\n    bearers: [parish]",
        LAW,
    ),
)
def provisions_name_who_must(context: Context) -> Iterator[Problem]:
    """A provision says who has the duty, if its strength is one that binds someone, such as "must"."""
    strengths = context.framework.records("strengths")
    for provision in context.framework.provisions:
        strength = strengths.get(provision.strength)
        if strength is not None and strength.needs_bearer and not provision.bearers:
            wrong = f'"{provision.id}" says {strength.title.lower()}, but not who.'
            yield context.where.problem("provisions", provision.id, ("strength",), wrong, "Add the line bearers: [...] with the ids of those who must.")


@rule(
    "sections-are-told-once",
    "Each section of law has one record",
    Example("    section: section 3\n    subject: getting-about", "    section: section 5\n    subject: getting-about", LAW),
)
def sections_are_told_once(context: Context) -> Iterator[Problem]:
    """No two provisions cover the same section of one instrument, so a rule never has two wordings."""
    seen: dict[tuple[str, str], str] = {}
    for provision in context.framework.provisions:
        key = provision.instrument, _letters(provision.section)
        if key in seen:
            wrong = f'"{provision.id}" covers {provision.section}, and so does "{seen[key]}".'
            yield context.where.problem("provisions", provision.id, ("section",), wrong, "Keep one of them, or name the subsections that each one covers.")
        seen.setdefault(key, provision.id)


@rule(
    "provisions-say-different-things",
    "No two provisions in the same words",
    Example(
        "    text: The parish must keep one tap working, for each ten beds.",
        "    text: The parish must keep the main path clear of barrows.",
        LAW,
    ),
)
def provisions_say_different_things(context: Context) -> Iterator[Problem]:
    """No two provisions have the same words, even if they cover different sections."""
    seen: dict[str, str] = {}
    for provision in context.framework.provisions:
        key = _letters(provision.text)
        if key in seen:
            wrong = f'"{provision.id}" has the same words as "{seen[key]}".'
            yield context.where.problem("provisions", provision.id, ("text",), wrong, "Say what this section adds, or delete one of them.")
        seen.setdefault(key, provision.id)


@rule(
    "rights-are-given-by-law",
    "Anything called a right is a right in law",
    Example("words: Why is this tap shut?, right: bylaw-s2}", "words: Why is this tap shut?, right: bylaw-s6}", WATER),
)
def rights_are_given_by_law(context: Context) -> Iterator[Problem]:
    """If a sentence to say is marked as a right, the provision that it names gives a right."""
    provisions, strengths = context.framework.records("provisions"), context.framework.records("strengths")
    for path, named in context.references.items():
        for reference in named:
            provision = provisions.get(reference.id) if reference.place[-1] == "right" else None
            strength = strengths.get(provision.strength) if provision else None
            if provision and strength and not strength.gives_right:
                wrong = f'"{provision.id}" gives no right: its strength is {strength.title.lower()}.'
                yield context.where.problem_in(path, reference.place, wrong, "Name a provision that gives one, or delete right: then it is something to ask.")


UNUSED = """\
    in_force_since: 1 May 1998
    version: bylaw-2030
    extent: whole

  - id: bylaw-s7
    title: Dogs are kept on a lead
    instrument: garden-bylaw
    section: section 7
    subject: getting-about
    bearers: [gatekeeper]
    applies_to: anyone with a dog
    text: The gatekeeper must ask that dogs are kept on a lead.
    strength: must
    in_force_since: 1 May 1998
    version: bylaw-2030
    extent: whole
    standards: [paths]"""


@rule(
    "provisions-are-used",
    "Every provision is used",
    Example(UNUSED, "    in_force_since: 1 May 1998\n    version: bylaw-2030\n    extent: whole\n    standards: [paths]", LAW),
    levels={"warning": "Perhaps the record that names it is still to be written."},
)
def provisions_are_used(context: Context) -> Iterator[Problem]:
    """Each provision is named by a statement in force, a standard, an option or words to say."""
    used = {id for action in context.framework.current_actions for id in action.provisions}
    for path, named in context.references.items():
        elsewhere = (one for one in named if one.place[0] != "actions" and (path, one.place[0]) != (LAW, "provisions"))
        used |= {reference.id for reference in elsewhere if "provisions" in reference.kinds}
    renamed = bool(gone(context).get("provisions"))  # a new id may be that of a published one, which is told where it is
    for provision in context.framework.provisions:
        if renamed and f"provisions/{provision.id}" not in context.published.ids:
            continue
        if provision.id not in used and not context.unread and not context.incomplete:
            wrong = f'Nothing names the provision "{provision.id}".'
            yield context.where.problem("provisions", provision.id, ("id",), wrong, "Name it where it matters: in a standard, a statement or words to say.")


def _letters(text: str) -> str:
    """``text`` for comparison: lower-case letters, digits and brackets, with everything else as single spaces."""
    return " ".join(re.sub(r"[^a-z0-9()]+", " ", text.lower()).split())
