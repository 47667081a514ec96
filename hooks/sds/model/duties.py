"""Who has a duty: the bodies that the law names, for the statements that rest on its provisions; and which standards those have to do with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sds.model.framework import Framework, Standard
from sds.model.records import ActionEntry, Basis, Bearer, Provision

MOST_NAMED = 3
"""How many bodies a line names beside a statement. Its page names all of them."""


def binds(framework: Framework, provision: Provision) -> bool:
    """Whether a provision lays a duty on someone or gives a right: not one that only allows something, explains a word or is not in force."""
    strength = framework.record("strengths", provision.strength)
    return bool(strength.needs_bearer or strength.gives_right)


def binding(framework: Framework, action: ActionEntry) -> list[Provision]:
    """The provisions of a statement that bind."""
    found = (framework.record("provisions", id) for id in action.provisions)
    return [provision for provision in found if binds(framework, provision)]


def bears_on(provision: Provision, standard: Standard) -> bool:
    """Whether a provision has to do with a standard: one of the two names the other."""
    return provision.id in standard.file.provisions or standard.id in provision.standards


def basis_of(framework: Framework, action: ActionEntry) -> Basis | None:
    """What a statement rests on, where that is said."""
    return framework.basis(action.basis) if action.basis else None


def is_duty(basis: Basis | None) -> bool:
    """Whether statements of this basis rest on law: someone has a duty, or someone has a right."""
    return basis is not None and "provision" in basis.needs


def bearers(framework: Framework, provisions: Iterable[Provision]) -> tuple[Bearer, ...]:
    """Who must, by some provisions: each body once, in the order in which they name them."""
    return tuple(framework.record("bearers", id) for id in dict.fromkeys(id for one in provisions for id in one.bearers))


def duty_of(framework: Framework, action: ActionEntry) -> tuple[Bearer, ...]:
    """Who has the duty that a statement rests on. Nobody, where its basis is no duty, or where the law gives a right and names no body."""
    return bearers(framework, binding(framework, action)) if is_duty(basis_of(framework, action)) else ()


def ground(framework: Framework, action: ActionEntry, role: str) -> str:
    """What a statement rests on, in a few words: ``Duty of the landlord``, ``Right``, ``Our inference``. Empty, where that is not said.

    Of many bodies those are named for which people of ``role`` act, if there are any.
    """
    basis = basis_of(framework, action)
    if basis is None or not is_duty(basis):
        return basis.title if basis else ""
    all_bodies = duty_of(framework, action)
    if not all_bodies:
        return next((str(framework.record("strengths", one.strength).title) for one in binding(framework, action)), basis.title)
    own = tuple(one for one in all_bodies if role in one.roles)
    return f"{basis.title} of {named([one.title for one in own or all_bodies])}"


def law_cited(framework: Framework, provision: Provision) -> str:
    """Where a rule stands: the short name of the Act, and the section."""
    return f"{framework.record('sources', provision.instrument).short}, {provision.section}"


def named(titles: Sequence[str]) -> str:
    """Names in a line: ``the landlord, the police and 3 others``."""
    shown = list(titles) if len(titles) <= MOST_NAMED + 1 else [*titles[:MOST_NAMED], f"{len(titles) - MOST_NAMED} others"]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if shown[:-1] else shown)
