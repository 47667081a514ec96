"""Every setting of MkDocs 1.6, and what it does on this site. Source: https://www.mkdocs.org/user-guide/configuration/."""

from __future__ import annotations

from sds.config.setting import Setting, Use
from sds.paths import PAGES, SPINE, TEMPLATES

OUT = "Delete this setting."
WORKS, WITH_MKDOCS, REFUSED = Use.WORKS, Use.WITH_MKDOCS, Use.REFUSED
CHECKED = "Every link is checked, and a broken link stops the build: you cannot choose a level."

MKDOCS = (
    Setting("INHERIT", WORKS, "The settings of another file come first; those in this one replace them.", example="INHERIT: base.yml"),
    Setting("site_name", WORKS, f"MkDocs asks for it, and plugins read it. What readers see is the title in {SPINE}.", example="site_name: Garden"),
    Setting("site_url", WORKS, "The address of the site: in the site map, citations, QR codes and the 404 page.", example="site_url: https://a.example/"),
    Setting("repo_url", WORKS, "Where the files are kept: “Edit this page” links to it.", example="repo_url: https://code.example/garden"),
    Setting(
        "edit_uri",
        WORKS,
        "What comes between repo_url and the name of a file. Paths start at the project's top folder, because most files are outside docs_dir.",
        example="edit_uri: edit/main/",
    ),
    Setting("nav", WORKS, "Order and titles of the hand-written pages in the footer. Pages it does not name are published too.", example="nav: [about.md]"),
    Setting("exclude_docs", WORKS, "Hand-written pages and files that are left out of the site.", example="exclude_docs: draft.md"),
    Setting("draft_docs", WORKS, "Hand-written pages that a preview shows, and a build leaves out.", example="draft_docs: draft.md"),
    Setting("not_in_nav", WORKS, "Hand-written pages that the footer leaves out when there is no nav.", example="not_in_nav: news.md"),
    Setting(
        "markdown_extensions",
        WORKS,
        "The Markdown extensions that hand-written pages can use. They are listed in the table below.",
        example="markdown_extensions: [footnotes]",
    ),
    Setting("extra_css", WORKS, f"Styles from {PAGES}, on hand-written pages.", example="extra_css: [extra.css]"),
    Setting("extra_javascript", WORKS, f"Scripts from {PAGES}, on hand-written pages.", example="extra_javascript: [extra.js]"),
    Setting("site_dir", WORKS, "The folder that a build writes to.", example="site_dir: public"),
    Setting(
        "strict",
        WORKS,
        "With this setting, a warning from MkDocs or a plugin stops the MkDocs build. A problem that this site's own checks find stops every build.",
        example="strict: true",
    ),
    Setting("hooks", WITH_MKDOCS, "Other hooks run too, for hand-written pages.", example="hooks: [hooks/mkdocs_hooks.py]"),
    Setting("plugins", WITH_MKDOCS, "Plugins run for hand-written pages. The table of plugins says which do not.", example="plugins: []"),
    Setting("extra", WITH_MKDOCS, "Values for plugins and other hooks, such as the variables of macros.", example="extra: {variable: words}"),
    Setting("extra_templates", WITH_MKDOCS, f"Templates in {PAGES} that MkDocs fills in.", example="extra_templates: [feed.xml]"),
    Setting("watch", WORKS, "Other files and folders that a preview watches for changes.", example="watch: [standards.yaml]"),
    Setting("dev_addr", WITH_MKDOCS, "The address of `mkdocs serve`. `run.py site` finds a free port, or takes --port.", example="dev_addr: 127.0.0.1:8001"),
    Setting("remote_branch", WITH_MKDOCS, "The branch that `mkdocs gh-deploy` publishes to.", example="remote_branch: gh-pages"),
    Setting("remote_name", WITH_MKDOCS, "The remote that `mkdocs gh-deploy` pushes to.", example="remote_name: origin"),
    Setting("validation.omitted_files", WITH_MKDOCS, "Whether MkDocs says that a page is not in nav.", example="validation: {omitted_files: info}"),
    Setting("validation.nav.omitted_files", WITH_MKDOCS, "Another way to write validation.omitted_files.", example="validation: {nav: {omitted_files: info}}"),
    Setting("validation.nav.*", REFUSED, CHECKED, OUT, "validation: {nav: {not_found: ignore}}"),
    Setting("validation.*", REFUSED, CHECKED, OUT, "validation: {not_found: warn}"),
    Setting(
        "docs_dir",
        WORKS,
        f"Hand-written pages are in {PAGES}, and the checks and the editors' guide use that name.",
        f"Write docs_dir: {PAGES}",
        "docs_dir: docs",
        only=PAGES,
    ),
    Setting(
        "use_directory_urls",
        WORKS,
        "Addresses end in a slash, and always keep working.",
        "Write use_directory_urls: true, or delete this setting.",
        "use_directory_urls: false",
        only=True,
    ),
    Setting(
        "site_description",
        REFUSED,
        "Each page has its own description.",
        f"Delete this setting. The site's own description is the summary in {SPINE}.",
        "site_description: A",
    ),
    Setting("site_author", REFUSED, "No page shows it.", f"Delete this setting. Say who made the site in {PAGES}.", "site_author: Gardener"),
    Setting("copyright", REFUSED, "The footer gets the licence from the data.", f"Delete this setting, and change {SPINE}.", "copyright: Ours"),
    Setting("repo_name", REFUSED, "No page shows the name of the place where files are kept.", OUT, "repo_name: Shed"),
    Setting(
        "edit_uri_template",
        REFUSED,
        "This setting cannot name files outside docs_dir, and most pages come from those.",
        "Delete this setting, and use edit_uri.",
        "edit_uri_template: 'e/{path}'",
    ),
    Setting("google_analytics", REFUSED, "No page tells another site about its readers.", OUT, "google_analytics: [a, b]"),
    Setting("pages", REFUSED, "MkDocs has called it nav since version 1.0.", "Write nav.", "pages: [about.md]"),
    Setting("config_file_path", REFUSED, "It is not a setting.", OUT, "config_file_path: other.yml"),
    Setting("mdx_configs", REFUSED, "It is not a setting.", "Write the options of an extension under its name in markdown_extensions.", "mdx_configs: {}"),
    Setting("theme", WORKS, "The table of the theme says what works.", example="theme: {name: material, custom_dir: overrides}"),
    Setting("theme.name", WORKS, "Icons and Markdown extensions come from Material.", "Write name: material", "theme: {name: mkdocs}", only="material"),
    Setting(
        "theme.custom_dir",
        WORKS,
        f"The templates, styles and scripts of this site. They replace all of Material's, so its blocks cannot be filled in.",  # noqa: F541
        f"Write custom_dir: {TEMPLATES}",
        "theme: {name: material, custom_dir: docs}",
        only=TEMPLATES,
    ),
)
