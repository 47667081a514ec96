"""Short forms of words and what they stand for, by what the site's data says of everyday words."""

from __future__ import annotations

from collections.abc import Collection, Mapping


def full_forms(said: Mapping[str, str], words: Collection[str]) -> dict[str, list[str]]:
    """Two words run into one, as they are typed, each with its words: with the apostrophe, and without it where that is no other of ``words``."""
    full = {form: both.split() for form, both in said.items()}
    bare = {form.replace("'", ""): both for form, both in full.items()}
    return {form: both for form, both in bare.items() if form not in words} | full
