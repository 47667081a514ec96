"""The list of changes -> ``/changes/feed.xml``, an Atom feed (RFC 4287) with an entry for each day."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from sds.changes.changelog import ChangelogDay, Group, changelog
from sds.exports.last_changed import changed_url
from sds.model.framework import Framework

FEED = "changes/feed.xml"


def feed(framework: Framework, site_url: str) -> str:
    """The text of the feed. ``site_url`` must end in a slash; feeds need whole addresses. The framework must have at least one day of changes."""
    about, days = framework.spine.framework, changelog(framework)
    page = f"{site_url}changes/"
    entries = "".join(_entry(framework, entry, site_url) for entry in days)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(about.language)}">\n'
        f"<title>{escape(about.title)}: what changed</title>\n"
        f"<id>{escape(page)}</id>\n"
        f'<link href="{escape(page)}"/>\n'
        f'<link rel="self" href="{escape(site_url + FEED)}"/>\n'
        f"<updated>{days[0].day.day}T00:00:00Z</updated>\n"
        f"<author><name>{escape(about.title)}</name></author>\n"
        f"{entries}</feed>\n"
    )


def _entry(framework: Framework, entry: ChangelogDay, site_url: str) -> str:
    address = f"{site_url}changes/#day-{entry.day.day}"
    html = "".join([*(f"<p>{escape(words)}</p>" for words in (entry.day.about, entry.summary) if words), *_groups(framework, entry.groups, site_url)])
    return (
        f"<entry>\n<title>{escape(entry.title)}</title>\n<id>{escape(address)}</id>\n"
        f'<link href="{escape(address)}"/>\n<updated>{entry.day.day}T00:00:00Z</updated>\n<content type="html">{escape(html)}</content>\n</entry>\n'
    )


def _groups(framework: Framework, groups: tuple[Group, ...], site_url: str) -> Iterator[str]:
    for group in groups:
        lines = [escape(words) for words in group.counts]
        for sentence, record in group.lines:
            url = changed_url(framework, record)
            lines.append(f'<a href="{escape(site_url + url[1:])}">{escape(sentence)}</a>' if url else escape(sentence))
        yield f"<h2>{escape(group.title)}</h2><ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"
