"""All rules that a program checks, by family, in the order of the page of rules."""

from __future__ import annotations

from typing import Any

from sds.checks import (
    accessibility,
    addresses,
    calendar,
    commencement,
    contacts,
    days_in_words,
    doubles,
    easy_read,
    evidence,
    exceptions,
    expected,
    ids_in_lists,
    inferences,
    labels,
    language,
    library,
    lost_hyphens,
    names,
    numbered,
    own_numbers,
    pasted,
    phrases,
    provisions,
    published,
    published_cases,
    quotes,
    references,
    repeated_passages,
    role_looks,
    roles,
    scripts,
    self_evaluation,
    short_numbers,
    signs,
    situations,
    spelling,
    standards,
    statements,
    templates,
    titles,
    typos,
    unfinished,
    words,
)
from sds.checks.rule import ContentRule
from sds.easy_read.rules import RULES as EASY_READ_RULES
from sds.markdown_pages.rules import FAMILY
from sds.rule import Family, Rule

FAMILIES: tuple[Family, ...] = (
    Family("What is expected", (expected.expected_names_what_exists, expected.enough_records, expected.ids_are_plain, expected.ids_are_given)),
    Family(
        "Links and evidence",
        (references.named_records_exist, evidence.basis_is_honest, statements.statements_rest_on_something, inferences.inferences_know_the_law),
    ),
    Family(
        "The law",
        (
            provisions.provisions_are_of_an_act,
            provisions.sections_say_what_they_are,
            own_numbers.numbers_are_those_of_ids,
            provisions.provisions_name_who_must,
            provisions.sections_are_told_once,
            provisions.provisions_say_different_things,
            provisions.rights_are_given_by_law,
            provisions.provisions_are_used,
            commencement.started_parts_say_since_when,
        ),
    ),
    Family(
        "Standards",
        (
            standards.roles_are_complete,
            standards.standards_are_full,
            standards.numbers_are_in_order,
            standards.no_more_standards_are_counted,
            numbered.records_are_numbered_in_order,
            numbered.numbers_in_words_exist,
            numbered.numbers_keep_their_points,
            standards.component_ids_say_standard,
            standards.component_is_official_or_ours,
            standards.titles_are_unique,
        ),
    ),
    Family(
        "Statements",
        (
            statements.action_ids_say_standard_and_role,
            statements.statements_are_one_action,
            statements.statements_begin_as_their_role,
            statements.statements_are_sentences,
            statements.no_two_statements_alike,
            statements.statements_serve_their_own_standard,
            statements.withdrawn_says_why,
            statements.successors_are_in_force,
        ),
    ),
    Family(
        "Roles and stages",
        (
            role_looks.role_codes_are_their_own,
            role_looks.icons_exist,
            role_looks.colours_can_be_read,
            roles.roles_start_with_their_own,
            roles.roles_are_compared_with_another,
            roles.two_minute_pages_are_short,
        ),
    ),
    Family("Options and principles", (labels.facts_have_labels,)),
    Family(
        "Documents, resources, other frameworks and terms",
        (
            library.lists_of_a_document_rest_on_it,
            library.resources_serve_what_they_help_with,
            library.units_name_a_standard_once,
            library.terms_cite_a_source,
            library.documents_have_own_addresses,
            addresses.addresses_are_public,
            addresses.sentences_hold_no_addresses,
            addresses.addresses_reach_somebody,
            addresses.hosts_are_spelt_alike,
        ),
    ),
    Family(
        "Situations",
        (
            situations.situations_are_whole,
            situations.search_words_lead_to_one_situation,
            situations.answers_are_short,
            situations.times_say_whose_they_are,
            situations.steps_say_who_and_by_when,
            situations.situations_hold_statements_of_each_role,
            situations.cases_lead_somewhere,
            situations.cards_end_in_if,
            situations.words_to_say_have_ids,
            situations.every_situation_has_a_door,
        ),
    ),
    Family(
        "Forms and letters",
        (
            templates.forms_are_whole,
            templates.boxes_are_whole,
            templates.boxes_have_room,
            templates.boxes_have_one_name,
            templates.letters_name_their_boxes,
            templates.examples_fit_their_boxes,
            templates.easy_forms_ask_the_same,
            templates.after_a_form_say_what_to_do,
        ),
    ),
    Family(
        "Contacts",
        (
            contacts.nothing_is_seen_in_the_future,
            contacts.numbers_hold_no_letters,
            short_numbers.short_numbers_are_known,
            contacts.old_pages_show_no_number,
            contacts.numbers_stand_on_own_sites,
            contacts.numbers_for_everywhere_can_be_called,
            contacts.routes_keep_their_order,
            contacts.contacts_and_purposes_differ,
        ),
    ),
    Family(
        "Accessibility statement",
        (
            accessibility.statement_fits_what_it_tells,
            accessibility.failures_name_their_criteria,
            accessibility.statement_is_read_after_its_tests,
            accessibility.statement_is_read_each_year,
        ),
    ),
    Family("Self-evaluation", (self_evaluation.scale_is_whole, self_evaluation.questions_ask_about_components)),
    Family(
        "Words",
        (
            phrases.words_to_avoid,
            words.words_are_plain,
            words.words_are_finished,
            words.braces_name_something,
            pasted.brackets_hold_no_notes,
            pasted.words_are_no_addresses,
            pasted.items_are_parted_by_commas,
            signs.words_hold_no_stray_signs,
            signs.sentences_are_whole,
            spelling.words_are_spelt,
            spelling.words_stand_once,
            words.lists_say_a_thing_once,
            lost_hyphens.items_keep_their_hyphens,
            scripts.words_are_of_one_script,
            language.site_speaks_the_language,
            typos.words_hold_no_slips,
            unfinished.words_lost_no_part,
            repeated_passages.passages_stand_once,
            doubles.groups_stand_once,
            ids_in_lists.ids_in_a_list_differ,
            words.dates_are_not_to_come,
            calendar.days_are_in_the_calendar,
            days_in_words.days_have_one_form,
            quotes.names_have_no_quotes,
            titles.titles_are_written_alike,
            titles.titles_differ,
            doubles.records_name_others,
            doubles.related_standards_are_others,
            doubles.related_fits_its_sentence,
            doubles.resources_stand_once,
            doubles.findings_stand_once,
        ),
    ),
    Family("What was published", (published.published_ids_stay, published_cases.published_cases_stay)),
    Family("Names", (names.terms_are_names, names.terms_are_defined_once, names.no_name_means_two_things)),
)
"""The rules of content."""

_OF_EASY_READ: tuple[Rule[Any], ...] = (easy_read.every_record_has_a_page, *EASY_READ_RULES)
EASY_READ: tuple[Rule[Any], ...] = tuple(sorted(_OF_EASY_READ, key=lambda rule: rule.id))
"""The rules of easy read."""

HAND_WRITTEN = FAMILY
"""The rules of hand-written pages, which are run when these are read and when the site is made."""

OF_WORDS = frozenset(
    rule.id
    for rule in (
        signs.sentences_are_whole,
        spelling.words_are_spelt,
        spelling.words_stand_once,
        typos.words_hold_no_slips,
        unfinished.words_lost_no_part,
        repeated_passages.passages_stand_once,
    )
)
"""The ids of the rules whose warnings are mostly a consequence of an error in the same value."""

LAST = Family("Known exceptions", (exceptions.exceptions_are_needed,))
"""Run after all others, because it checks what they found."""

RULES: tuple[ContentRule, ...] = (*(rule for family in FAMILIES for rule in family.rules), easy_read.every_record_has_a_page)
CHOSEN = tuple(rule.id for rule in RULES if not rule.everywhere)
"""The ids of the optional rules, which a framework may choose."""
IDS = frozenset(rule.id for rule in (*RULES, *EASY_READ, *HAND_WRITTEN.rules) if rule.excepted)
"""The ids of the rules that allow exceptions."""
FIXED = frozenset(rule.id for rule in (*LAST.rules, *HAND_WRITTEN.rules) if not rule.excepted)
"""The ids of the rules that allow no exceptions."""
