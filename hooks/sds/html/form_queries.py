"""Queries of templates about forms and letters: their files, their easy-read pages, whom they are for, and what to do with a completed form."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from sds.forms.easy import HOW, easy_forms, easy_url
from sds.model.framework import Framework
from sds.model.records import Role, Stage, Template
from sds.model.situation_lines import ToldStep, after_step
from sds.pages.forms import by_role
from sds.pages.my_words import MY_WORDS, letters_of

if TYPE_CHECKING:
    from sds.forms.word_file import WordFile  # for type checking only: at run time, the import would slow down a check of content


class FormQueries:
    """Queries of templates about forms. They return data, not markup. Every public name is a global name in templates."""

    easy_form_how = HOW

    def __init__(self, framework: Framework, word_files: Mapping[str, WordFile], addresses: Collection[str]) -> None:
        """``word_files`` are keyed by the id of their form; empty in a preview. ``addresses`` are those of all generated pages."""
        self._framework, self._files, self._addresses = framework, word_files, addresses
        self._easy = {one.id for one in easy_forms(framework)}

    def word_file(self, id: str) -> WordFile | None:
        """The Word file of a form, or None in a preview."""
        return self._files.get(id)

    def page_twin(self, form: Template) -> str:
        """The address of the easy-read form, or an empty string."""
        return easy_url(form) if form.id in self._easy else ""

    def forms_by_role(self) -> list[tuple[Role, list[Template], list[Template]]]:
        """For each role: the forms that are mainly for it, and forms mainly for another role that are for it too. Roles without forms are left out."""
        own = dict(by_role(self._framework))
        groups = [(role, own.get(role.id, []), [one for one in self._framework.templates if role.id in one.roles[1:]]) for role in self._framework.roles]
        return [(role, first, also) for role, first, also in groups if first or also]

    def forms_by_stage(self) -> list[tuple[Stage, list[Template]]]:
        """For each stage, the forms for it. Stages without forms are left out."""
        groups = ((stage, [one for one in self._framework.templates if stage.id in one.stages]) for stage in self._framework.spine.stages)
        return [(stage, some) for stage, some in groups if some]

    def can_be_written(self, form: Template) -> bool:
        """Whether the page ``/my-words/`` can fill in this letter."""
        return MY_WORDS in self._addresses and form in letters_of(self._framework)

    def after_steps(self, form: Template) -> list[ToldStep]:
        """The steps to take with a completed form, or after a letter is sent."""
        return [after_step(self._framework, one, number) for number, one in enumerate(form.afterwards, 1)]
