"""The Markdown of one hand-written page -> its HTML, links and headings, and the problems in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from markdown import Markdown

from sds.config.read import MarkdownSettings, SiteConfig
from sds.markdown_pages.lines import Lines
from sds.markdown_pages.noted import Noted
from sds.markdown_pages.page_check import PageCheck
from sds.markdown_pages.rules import in_elements
from sds.markdown_pages.written import Written
from sds.paths import PAGES
from sds.problem import Problem


def written(path: str, text: str, above: int, title: str, settings: MarkdownSettings) -> tuple[Written, tuple[Problem, ...]]:
    """The rendered page for the Markdown ``text``, which starts after ``above`` lines of the file ``path``, and the problems in it."""
    markdown, check = _converter(settings)
    check.noted = Noted(path=path.removeprefix(f"{PAGES}/"), file=path, title=title, lines=Lines(text, above))
    try:
        made = markdown.reset().convert(text)
    except RecursionError:
        wrong = "Lists or quotes are nested too deeply in this page to be read."
        return Written("", (), ()), (Problem(path, above + 1, wrong, "Indent the lines less."),)
    return Written(made, check.noted.headings, tuple(check.noted.links)), tuple(in_elements(check.noted))


@lru_cache(maxsize=4)  # creating a converter takes longer than converting a page
def _converter(settings: MarkdownSettings) -> tuple[Markdown, PageCheck]:
    check = PageCheck()
    return Markdown(extensions=[*settings.extensions, check], extension_configs=dict(settings.options)), check


def unloadable(config: SiteConfig) -> Iterator[Problem]:
    """A problem for each Markdown extension that is not installed, or does not accept its options."""
    settings = config.markdown
    try:
        _converter(settings)
    except Exception:  # any of the extensions; find out which, one by one
        yield from _unloadable(config, settings)


def _unloadable(config: SiteConfig, settings: MarkdownSettings) -> Iterator[Problem]:
    for name in settings.extensions:
        try:
            Markdown(extensions=[name], extension_configs={name: dict(settings.options.get(name, {}))})
        except Exception as error:
            wrong = f"The Markdown extension {name} cannot be used: {str(error).rstrip('.')}."
            yield config.problem(config.path_of("markdown_extensions", name), wrong, "Install it, correct its options, or delete it.")
