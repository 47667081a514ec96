"""All rules that a program checks in the text and data of easy-read pages, in the order of their ids."""

from sds.easy_read.rule import EasyReadRule
from sds.easy_read.rules import form, full_record, pages, sentences, words

RULES: tuple[EasyReadRule, ...] = (
    sentences.short_sentences,
    sentences.one_idea,
    pages.small_blocks,
    pages.one_picture,
    pages.alt_text,
    form.no_capitals,
    form.short_titles,
    words.figures,
    words.amounts,
    form.dates,
    form.marks,
    words.known_words,
    words.hard_words,
    words.little_bold,
    words.no_initials,
    words.same_words,
    sentences.active,
    pages.speaks_to_you,
    sentences.present,
    sentences.one_negative,
    words.no_sayings,
    sentences.clear_pronouns,
    form.no_lists,
    form.no_addresses,
    pages.short_pages,
    pages.reading_level,
    full_record.names_what_exists,
    full_record.lines_of_statements,
    full_record.line_for_each_statement,
    full_record.in_step,
    full_record.checked_by_people,
)

__all__ = ["RULES"]
