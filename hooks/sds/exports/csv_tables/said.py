"""What the code says of columns that neither the model nor a link describes: descriptions, and the kinds and fields without which a column would be empty."""

from __future__ import annotations

from collections.abc import Mapping

from sds.exports.csv_tables.wording import Words, listed, when

SPINE = ("roles", "stages", "principles", "options", "drivers")
"""The kinds in the table ``spine``."""
COMPONENT_FIELDS = ("official", "ours", "very_good", "weak")
"""The fields that descriptions speak of only where a component has them. Each counts as a kind, named ``components.ours`` and so on."""
EVIDENCE = (
    "What it is based on: ",
    when("the id of a finding (see findings.csv), or ", "findings"),
    "the id of a source (see sources.csv), a comma and the place in it.",
)

EVERYWHERE: Mapping[str, Words] = {
    "id": "The permanent id of the record. It never changes and is never used for anything else.",
    "url": "The address on this site, from its root.",
    "link": "The same address in full, to open in a browser.",
    "kind": "What sort of record it is.",
    "number": "Its number. Numbers can change. Ids do not.",
    "title": "Its title.",
    "text": "Its words.",
    "position": "Its place in the list, starting at 1.",
    "also_called": "Other names for it.",
    "asked_as": "Other words that people use to ask about it. Only the search uses these.",
    "publisher": "Who published it.",
    "address": "Its address on the web, outside this site.",
    "about": "What it is.",
    "limits": "What it cannot tell us.",
    "evidence": EVIDENCE,
    "short": "A short title.",
    "standard_number": "The number of the standard.",
    "version": "Its version.",
    "dated": "Its date, as year-month-day.",
}
"""Descriptions by the name of the column, for all tables."""

OF_TABLE: Mapping[str, Mapping[str, Words]] = {
    "spine": {
        "kind": ("What sort of record it is: ", listed(*(when(kind, kind) for kind in SPINE), last="or"), "."),
        "text": "What it is, in one or two sentences.",
    },
    "standards": {
        "summary": "What it asks, in one or two sentences.",
        "formerly": "Titles that it had, each with its edition in brackets.",
        "official_page": "The address of its page in the official text.",
    },
    "law": {
        "section": "Where it is in the {act}.",
        "bearers": "Who has the duty or the power.",
        "version_shows": "Which version of the {act} we read.",
        "version_read": "The day we read it, as year-month-day.",
        "stages": "The ids of the stages where it matters: see spine.csv. Empty where it applies at every stage.",
        "instrument": "The id of the {act}: see sources.csv.",
        "instrument_title": "The title of the {act}.",
        "subject": "What the rule is about, as an id.",
        "strength": "How strong the rule is, as an id.",
        "in_force_since": 'The day it came into force, or "not seen".',
        "extent": "How much of the rule we read.",
    },
    "ask_for": {
        "words": "Words to say or show.",
        "right": "The id of the legal rule that makes it a right: see law.csv. Empty where it is not a right but still good to ask for.",
    },
    "components": {
        "official_number": (
            "Its number in the official edition. Empty where ",
            when("we wrote the component", "components.ours", otherwise="it has none"),
            ".",
        ),
        "official_edition": "The official edition that the number comes from.",
        "text": "What it asks.",
    },
    "actions": {
        "text": "What someone in the role does.",
        "basis": "The id of what it is based on: see framework.json.",
        "component": "The id of the component that it belongs to: see components.csv. Empty where it belongs to none.",
        "why": "Why it matters.",
        "duty_of": "Who has the duty, if the statement is based on one.",
        "evidence": EVIDENCE,
        "our_suggestion": "If no source gives a time or a number in the text: a note that it is our suggestion.",
        "status": "Whether it is in force.",
        "reason": "Why it was withdrawn.",
        "replaced_by": "The id of the statement that replaces it.",
    },
    "resources": {
        "kind": "The sort of resource, as an id.",
        "year": "When it was published.",
        "note": "What to know before using it.",
        "checked": "The day we last checked the address, as year-month-day.",
        "checked_how": "How we checked it.",
    },
    "situations": {
        "title": "What has happened, in the words of the person.",
        "roles": "The ids of the roles that it can happen to: see spine.csv.",
        "answer": "The short answer.",
        "covers": "Other questions that the page answers.",
        "contacts": "The ids of the contacts who can help, or of what people contact them for: see contacts.csv.",
        "if_no": "What to do when the answer is no.",
        "seen": "The ids of findings that show it happens: see findings.csv.",
        "related": "The ids of similar situations.",
    },
    "contacts": {
        "area": "The area that it is for. Empty where it is for everyone.",
        "purposes": "The ids of what people contact them for: see framework.json.",
        "kind": "How to reach them: phone, text, textphone, bsl (British Sign Language), email, post, page or form.",
        "value": "The number or address. Empty where the page that gives it is too old to rely on.",
        "label": "What the number or address is called.",
        "hours": "When someone answers.",
        "cost": "What it costs to get in touch.",
        "seen_page": "The page where we saw it.",
        "seen_address": "The address of that page.",
        "seen_dated": "The date on that page.",
        "seen_read": "When we read that page.",
        "seen_agrees": "Other public bodies' pages that give the same number or address.",
    },
    "templates": {
        "filled_by": "Who fills it in, in words.",
        "kept_by": "Who keeps it.",
        "contacts": "The ids of the contacts who can help, or of what people contact them for: see contacts.csv.",
        "do": "What to do when filling it in.",
        "do_not": "What not to do.",
        "shape": "What it is.",
    },
    "template_boxes": {
        "template": "The id of the form or letter: see templates.csv.",
        "box": "The id of the box.",
        "kind": "What goes in it: text, long (several lines), date, choice (tick one), checks (tick any), rows (a table), item or words (printed as they are).",
        "label": "The label over the box.",
        "hint": "Help with filling it in.",
        "choices": "What can be ticked.",
        "columns": "The columns of a table to fill in.",
        "why": "Why the box is there.",
        "provisions": "The ids of the legal rules behind it: see law.csv. Empty where it is good practice.",
        "law_when": "When that law applies.",
    },
    "sources": {
        "date": "When it was published, as printed on it.",
        "authority": "What kind of document it is, which shows how much authority it has.",
        "read": "How much of it we read.",
        "findings": "How many findings we took from it.",
    },
    "findings": {
        "also": "Other places that say the same: a source, a comma and the place in it.",
        "kind": "What it says: needed (has to change), working (works well), weak (does not work well), tension (two aims that conflict) or fact.",
        "text": "What the source says, in our words.",
    },
    "alignments": {"date": "When it was published, as printed on it.", "units": "How many of its parts we list: see units.csv."},
    "units": {
        "number": "Its number in its own framework.",
        "text": "What it asks.",
        "read": "Whether we read its full text.",
        "standard": "The id of a standard that it relates to: see standards.csv. Empty where it relates to none.",
        "by": "Whose match it is: ours, published (someone else's) or both.",
        "why": "How the two relate.",
    },
    "terms": {"term": "The word or phrase.", "meaning": "What it means, in plain words.", "easy": "What it means, in easy-read words."},
    "easy_read": {
        "page": "The kind and the id of the easy-read page.",
        "title": "The title of the page.",
        "picture": "The id of the picture.",
        "words": "The words beside the picture.",
        "action": "The id of the statement that the words are about, if there is one: see actions.csv.",
    },
    "columns": {"file": "The file.", "column": "The name at the head of the column.", "form": "What its cells hold.", "about": "What it means."},
}
"""Descriptions by table and column, for columns with a meaning of their own in that table. {act} becomes what the framework calls a text of the law."""

ONLY_FOR: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "spine": {"number": ("options", "drivers")},
    "law": {"bearers": ("bearers",), "version_shows": ("versions",), "version_read": ("versions",)},
    "ask_for": {"right": ("provisions",)},
    "components": {"official_number": ("components.official",), "official_edition": ("components.official",), "ours": ("components.ours",)},
    "contacts": {"area": ("areas",)},
    "template_boxes": {"law_when": ("provisions",)},
}
"""The kinds of record (or fields of components) without which a column says nothing, by table and column, where its name and field do not show it."""
NAMED_OTHERWISE: Mapping[str, tuple[str, ...]] = {"duty_of": ("bearers",), "formerly": ("editions",)}
"""The same for columns and fields of ``framework.json`` that have one name everywhere."""
