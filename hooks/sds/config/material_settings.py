"""Every setting of Material for MkDocs 9, of its plugins and of Markdown's extensions, and what it does on this site.

Source: https://squidfunk.github.io/mkdocs-material/setup/ and .../reference/. Page templates, stylesheets and scripts are this site's own
(``overrides/``), so settings that only change Material's are refused.
"""

from __future__ import annotations

from sds.config.mkdocs_settings import OUT
from sds.config.setting import Setting, Use
from sds.paths import ASSETS, TEMPLATES

WORKS, WITH_MKDOCS, REFUSED = Use.WORKS, Use.WITH_MKDOCS, Use.REFUSED
OWN = "The pages, styles and scripts are this site's own, and not Material's."
NO_HTML = "HTML tags are not read in hand-written pages, so that they cannot add a script."
NO_THIRD = "No page loads anything from another site or tells it about readers."


def _theme(name: str, why: str, instead: str, value: str) -> Setting:
    return Setting(f"theme.{name}", REFUSED, why, instead, f"theme: {{name: material, {name}: {value}}}")


def _extra(name: str, why: str, instead: str = OUT) -> Setting:
    return Setting(f"extra.{name}", REFUSED, why, instead, f"extra: {{{name}: value}}")


def _plugin(name: str, why: str, instead: str = OUT, use: Use = REFUSED) -> Setting:
    return Setting(f"plugins.{name}", use, why, instead, f"plugins: [{name}]")


def _extension(name: str, why: str, use: Use = WORKS, instead: str = OUT) -> Setting:
    return Setting(f"markdown_extensions.{name}", use, why, "" if use is WORKS else instead, f"markdown_extensions: [{name}]")


THEME = (
    _theme(
        "palette",
        "The colours are this site's own, light and dark, each tested for contrast.",
        f"Delete this setting, and change the tokens in {ASSETS}.",
        "{primary: indigo}",
    ),
    _theme("font", "The typeface is this site's own, and is served from this site.", f"Delete this setting, and change {ASSETS}/fonts.", "{text: Roboto}"),
    _theme("language", "The words around each page are this site's own.", f"Delete this setting, and change {TEMPLATES}.", "de"),
    _theme("locale", "The words around each page are this site's own.", f"Delete this setting, and change {TEMPLATES}.", "de"),
    _theme("direction", "The words around each page are this site's own.", f"Delete this setting, and change {TEMPLATES}.", "rtl"),
    _theme("logo", "The logo is part of the header.", f"Delete this setting, and change the header in {TEMPLATES}.", "logo.svg"),
    _theme("favicon", f"The icon is {ASSETS}/icon.svg.", f"Delete this setting. To change the icon, change {ASSETS}/icon.svg.", "icon.png"),
    _theme("icon", "The templates name the icons around each page.", f"Delete this setting, and change {TEMPLATES}.", "{logo: material/leaf}"),
    _theme("features", OWN, OUT, "[navigation.tabs, content.code.copy]"),
    _theme("static_templates", "The 404 page and the site map are this site's own.", "Delete this setting, and use extra_templates.", "[sitemap.html]"),
    _theme("include_search_page", "The search is this site's own.", OUT, "true"),
    _theme("search_index_only", "The search is this site's own.", OUT, "true"),
    Setting("theme.*", REFUSED, OWN, OUT, "theme: {name: material, nav_style: dark}"),
)

EXTRA = (
    _extra("analytics", NO_THIRD),
    _extra("consent", "The site stores nothing that needs a reader's consent."),
    _extra("social", "The footer has no links to social networks.", "Delete this setting, and put the links on a hand-written page."),
    _extra("alternate", "The site is in one language.", "Delete this setting, and link the other site from a hand-written page."),
    _extra("version", "One edition is published at a time; the earlier ones are at /editions/."),
    _extra("generator", "No page says what made it."),
    _extra("homepage", "The name in the header links to the home page of this site."),
    _extra("status", "Pages have no status marks next to their names."),
    _extra("tags", "Pages have no tags: the search finds them by their words."),
    _extra("annotate", "Code cannot have annotations."),
    _extra("manifest", "This site makes its own copy for offline use."),
)

PLUGINS = (
    _plugin("redirects", "Old addresses of hand-written pages redirect to the new ones.", "", WITH_MKDOCS),
    _plugin("minify", "Hand-written pages are made smaller.", "", WITH_MKDOCS),
    _plugin("git-revision-date-localized", "Hand-written pages say when they were last changed.", "", WITH_MKDOCS),
    _plugin("search", "The search is this site's own, at /search/, over all pages and records."),
    _plugin("blog", "Its pages use Material's own templates.", "Delete this setting, and write news as hand-written pages."),
    _plugin("tags", "Its lists use Material's own templates, and the only words above a page are its title and description."),
    _plugin("social", "Pages do not show its cards. The picture of a shared page is this site's own."),
    _plugin("offline", "It changes every address. The site saves a copy of itself for offline use, and its files also open straight from a folder."),
    _plugin("privacy", NO_THIRD, "Delete this setting. It would have nothing to fetch."),
    _plugin("optimize", "It runs programs that this project does not install.", "Delete this setting, and save pictures small."),
    _plugin("meta", "It adds page data that no template reads."),
    _plugin("group", "It hides which plugins run.", "Delete this setting, and name its plugins under plugins."),
    _plugin("info", "It stops the build to write a report to Material's makers, whose templates are not used."),
    _plugin("projects", "It builds other projects as well as this one.", "Delete this setting, and build each by itself."),
    _plugin("typeset", "It changes the titles in Material's menu, which is not used."),
)

EXTENSIONS = (
    *(
        _extension(name, "Works, and has a style on this site.")
        for name in (
            "abbr", "admonition", "attr_list", "codehilite", "def_list", "fenced_code", "footnotes", "tables", "toc",
            "pymdownx.blocks.admonition", "pymdownx.blocks.caption", "pymdownx.blocks.definition", "pymdownx.blocks.details", "pymdownx.blocks.tab",
            "pymdownx.caret", "pymdownx.critic", "pymdownx.details", "pymdownx.emoji", "pymdownx.fancylists", "pymdownx.highlight", "pymdownx.inlinehilite",
            "pymdownx.keys", "pymdownx.mark", "pymdownx.quotes", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde",
        )
    ),
    *(
        _extension(name, "Works.")
        for name in (
            "legacy_em", "nl2br", "sane_lists", "smarty",
            "pymdownx.betterem", "pymdownx.bracketspan", "pymdownx.escapeall", "pymdownx.magiclink", "pymdownx.saneheaders",
            "pymdownx.smartsymbols", "pymdownx.snippets",
        )
    ),
    *(_extension(name, "Works, except for HTML tags, which these pages cannot have.") for name in ("extra", "pymdownx.extra")),
    _extension("md_in_html", NO_HTML, REFUSED),
    _extension("pymdownx.blocks.html", NO_HTML, REFUSED),
    _extension("pymdownx.striphtml", NO_HTML, REFUSED),
    _extension("legacy_attrs", "Attributes are written in another way.", REFUSED, "Delete this setting, and use attr_list: {#id .class}"),
    _extension("wikilinks", "Links name the file of a page, so that they can be checked.", REFUSED, "Delete this setting, and write [words](about.md)."),
    _extension("pymdownx.progressbar", "It writes styles into the page, which the site's security policy does not let a browser use.", REFUSED),
    _extension("pymdownx.arithmatex", "A script draws its formulas; without it, readers would see code.", REFUSED, "Delete this setting, and use words."),
    _extension("pymdownx.b64", "Pictures are files of this site, which are saved for offline use.", REFUSED),
    _extension("pymdownx.pathconverter", "This site reads, checks and converts links itself.", REFUSED),
    _extension("meta", "A page begins with its title and its description, which are read before the Markdown.", REFUSED),
    Setting(
        "markdown_extensions.toc.baselevel",
        REFUSED,
        "Each page has one heading of the first level, with one number sign: its title.",
        "Delete this option.",
        "markdown_extensions: [toc: {baselevel: 2}]",
    ),
    _extension("material.extensions.preview", "Its previews of links are part of Material's scripts.", REFUSED),
)  # fmt: skip
