"""Duties: the bodies on which the law lays a duty, for the statements that cite its provisions, and the standards that a provision is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sds.model.framework import Framework, Standard
from sds.model.records import ActionEntry, Basis, Bearer, Provision

MOST_NAMED = 3
"""How many bodies are named in the line beside a statement. The page of the statement names all of them."""


def binds(framework: Framework, provision: Provision) -> bool:
    """Whether a provision lays a duty on someone or gives a right. One that only allows something, defines a word or is not in force does not bind."""
    strength = framework.record("strengths", provision.strength)
    return bool(strength.needs_bearer or strength.gives_right)


def binding(framework: Framework, action: ActionEntry) -> list[Provision]:
    """The binding provisions among those that a statement cites."""
    found = (framework.record("provisions", id) for id in action.provisions)
    return [provision for provision in found if binds(framework, provision)]


def bears_on(provision: Provision, standard: Standard) -> bool:
    """Whether a provision is about a standard: one of the two names the other."""
    return provision.id in standard.file.provisions or standard.id in provision.standards


def basis_of(framework: Framework, action: ActionEntry) -> Basis | None:
    """The basis of a statement, or None when the statement does not give one."""
    return framework.basis(action.basis) if action.basis else None


def is_duty(basis: Basis | None) -> bool:
    """Whether statements with this basis rest on law, a duty or a right: they have to cite a provision."""
    return basis is not None and "provision" in basis.needs


def bearers(framework: Framework, provisions: Iterable[Provision]) -> tuple[Bearer, ...]:
    """The bodies that have the duties in some provisions, each once, in the order in which the provisions name them."""
    return tuple(framework.record("bearers", id) for id in dict.fromkeys(id for one in provisions for id in one.bearers))


def duty_of(framework: Framework, action: ActionEntry) -> tuple[Bearer, ...]:
    """The bodies with the duty that a statement rests on. Empty when its basis is not law, or when the law gives a right and names no body."""
    return bearers(framework, binding(framework, action)) if is_duty(basis_of(framework, action)) else ()


def ground(framework: Framework, action: ActionEntry, role: str) -> str:
    """The basis of a statement in a few words: ``Duty of the landlord``, ``Right``, ``Our inference``. Empty when the statement gives no basis.

    When a duty has several bodies, those for which people in ``role`` act are named, or all of them when there are none such.
    """
    basis = basis_of(framework, action)
    if basis is None or not is_duty(basis):
        return basis.title if basis else ""
    all_bodies = duty_of(framework, action)
    if not all_bodies:
        return next((str(framework.record("strengths", one.strength).title) for one in binding(framework, action)), basis.title)
    own = tuple(one for one in all_bodies if role in one.roles)
    return f"{basis.title} of {bodies_named([one.title for one in own or all_bodies])}"


def law_cited(framework: Framework, provision: Provision) -> str:
    """The place of a provision in the law: the short name of the Act and the section, ``Water Act, section 4``."""
    return f"{framework.record('sources', provision.instrument).short}, {provision.section}"


def bodies_named(titles: Sequence[str]) -> str:
    """Titles joined to one phrase: ``the landlord, the police and 3 others``. Names at most ``MOST_NAMED``, or one more when only that one is left."""
    shown = list(titles) if len(titles) <= MOST_NAMED + 1 else [*titles[:MOST_NAMED], f"{len(titles) - MOST_NAMED} others"]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if shown[:-1] else shown)


def rule_data(framework: Framework, provision: Provision) -> dict[str, str]:
    """A provision as data, for a booklet or a pack: its words, how strongly it binds, who has the duty, and its place in the law."""
    return {
        "title": provision.title,
        "text": provision.text,
        "strength": framework.record("strengths", provision.strength).title,
        "who": bodies_named([body.title for body in bearers(framework, [provision])]),
        "cite": law_cited(framework, provision),
    }
