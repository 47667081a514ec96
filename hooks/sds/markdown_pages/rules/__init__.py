"""The rules for hand-written pages, by their input: the Markdown source, the rendered page, the file, or the finished site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from sds.markdown_pages.noted import Noted
from sds.markdown_pages.rules import (
    beside,
    boxes,
    braces,
    elements,
    extensions,
    files,
    finished,
    headings,
    links,
    lists,
    lost_signs,
    meant_headings,
    signs,
    tables,
)
from sds.markdown_pages.source import Source
from sds.problem import Problem
from sds.rule import Family, Rule

SourceRule: TypeAlias = Rule[Callable[[Source], Iterator[Problem]]]
ElementsRule: TypeAlias = Rule[Callable[[Noted], Iterator[Problem]]]

OF_SOURCE: tuple[SourceRule, ...] = (
    headings.heading_levels_are_in_order,
    headings.heading_braces_are_closed,
    headings.headings_have_number_signs,
    headings.bold_lines_are_no_headings,
    meant_headings.hyphens_stand_alone,
    meant_headings.headings_end_in_words,
    meant_headings.quotations_are_no_headings,
    lost_signs.definitions_keep_their_sign,
    lost_signs.headings_keep_their_signs,
    signs.bold_words_end,
    signs.slanted_words_end,
    signs.notes_exist,
    signs.pages_are_finished,
    lists.lists_stand_apart,
    lists.items_begin_lines,
    lists.numbers_end_in_a_point,
    lost_signs.page_numbers_keep_their_points,
    lost_signs.page_items_keep_their_hyphens,
    lists.items_begin_with_hyphens,
    lists.items_of_items_are_set_in,
    boxes.boxes_hold_words,
    tables.tables_are_whole,
    tables.tables_stand_apart,
    tables.columns_are_tables,
    lists.short_lines_are_a_list,
    links.links_are_whole,
    links.bare_addresses_are_links,
    links.named_addresses_are_given,
    links.links_and_pictures_have_words,
    links.pages_name_public_addresses,
    links.addresses_are_real,
    extensions.signs_have_their_extension,
    extensions.pages_need_no_script,
)
OF_ELEMENTS: tuple[ElementsRule, ...] = (
    elements.pages_have_one_heading,
    elements.words_are_not_indented,
    elements.pages_hold_no_html,
    elements.braces_give_ids_and_classes,
    braces.braces_reach_their_words,
    elements.page_ids_differ,
    elements.page_icons_exist,
    elements.pictures_are_kept_here,
    elements.page_addresses_are_whole,
)
OF_MARKDOWN = frozenset((lists.code_is_closed.id, *(rule.id for rule in OF_SOURCE), *(rule.id for rule in OF_ELEMENTS)))
"""The ids of the rules for the part of a page after its front matter."""

FAMILY = Family(
    "Hand-written pages",
    (
        files.pages_are_markdown,
        files.page_names_are_addresses,
        files.pages_begin_with_their_title,
        files.page_titles_differ,
        lists.code_is_closed,
        *OF_SOURCE,
        *OF_ELEMENTS,
        beside.files_beside_run_nothing,
        beside.pictures_can_be_seen,
        finished.page_addresses_are_free,
        finished.page_links_lead_somewhere,
    ),
)
"""All rules for hand-written pages, in the order of the page of rules."""


def in_source(source: Source) -> Iterator[Problem]:
    """The problems in the Markdown source of a page. If a code block is not closed, the rest of the page is code, so only that is reported."""
    yield from list(lists.code_is_closed.look(source)) or (problem for rule in OF_SOURCE for problem in rule.look(source))


def in_elements(noted: Noted) -> Iterator[Problem]:
    """The problems in a rendered page."""
    return (problem for rule in OF_ELEMENTS for problem in rule.look(noted))
