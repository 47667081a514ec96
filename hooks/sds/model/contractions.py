"""Contractions (``can't``) and the words that they stand for, from the list in the site's data."""

from __future__ import annotations

from collections.abc import Collection, Mapping


def full_forms(said: Mapping[str, str], words: Collection[str]) -> dict[str, list[str]]:
    """Each contraction with the words that it stands for: ``can't`` -> ``["can", "not"]``.

    It is listed with its apostrophe and, since many people leave that out, without it, unless that is a word of its own in ``words``.
    """
    full = {form: both.split() for form, both in said.items()}
    bare = {form.replace("'", ""): both for form, both in full.items()}
    return {form: both for form, both in bare.items() if form not in words} | full
