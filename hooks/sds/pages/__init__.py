"""The plan of pages: every generated page of the site, with its template and the data for it."""

from __future__ import annotations

from sds.model.framework import Framework
from sds.pages.accessibility import accessibility_page
from sds.pages.changes import changes_page
from sds.pages.contacts import contact_pages
from sds.pages.easy import easy_pages
from sds.pages.easy_forms import easy_form_pages
from sds.pages.easy_search import easy_search_page
from sds.pages.fields import fields_page
from sds.pages.findings import all_finding_pages
from sds.pages.forms import form_pages
from sds.pages.law import law_pages
from sds.pages.library import alignment_pages, glossary_pages, resource_pages, source_pages
from sds.pages.my_words import my_words_page
from sds.pages.pack import pack_pages
from sds.pages.page import Page
from sds.pages.roles import role_pages
from sds.pages.rules import rules_page
from sds.pages.safety import stay_safe_page, with_quick_exit
from sds.pages.self_evaluation import self_evaluation_pages
from sds.pages.settings import settings_page
from sds.pages.situations import situation_pages
from sds.pages.spine_kinds import driver_pages, option_pages, principle_pages
from sds.pages.stages import stage_pages
from sds.pages.standards import action_pages, compare_pages, finding_pages, standard_pages, tool_pages
from sds.pages.top import top_pages
from sds.reading.locations import Locations


def pages(framework: Framework, where: Locations) -> list[Page]:
    """Every generated page, in the order of the main menu."""
    plan = [
        *top_pages(framework, where),
        *situation_pages(framework, where),
        *contact_pages(framework, where),
        *standard_pages(framework, where),
        *compare_pages(framework, where),
        *finding_pages(framework, where),
        *tool_pages(framework, where),
        *action_pages(framework, where),
        *role_pages(framework, where),
        *stage_pages(framework, where),
        *option_pages(framework, where),
        *principle_pages(framework, where),
        *driver_pages(framework, where),
        *law_pages(framework, where),
        *form_pages(framework, where),
        *resource_pages(framework, where),
        *source_pages(framework, where),
        *all_finding_pages(framework, where),
        *alignment_pages(framework, where),
        *glossary_pages(framework),
        *changes_page(framework),
        *self_evaluation_pages(framework, where),
        *pack_pages(framework),
        *easy_pages(framework, where),
        *easy_form_pages(framework, where),
        *easy_search_page(framework),
        *my_words_page(framework),
        *stay_safe_page(framework),
        *accessibility_page(framework),
        fields_page(framework),
        rules_page(framework),
        settings_page(),
    ]
    return list(with_quick_exit(framework, plan))
