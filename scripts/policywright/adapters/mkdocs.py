"""MkDocs as the engine of the site: a plugin that hands over our pages, and building and serving in process."""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Literal

from mkdocs.commands import build as mkdocs_build
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from policywright import pipeline
from policywright.adapters import offline, settings, word
from policywright.adapters.assets import TEMPLATES, assets
from policywright.adapters.making import made
from policywright.adapters.surroundings import circumstances
from policywright.linking import LinkedHandbook
from policywright.model.handwritten import HandwrittenPage
from policywright.pipeline import Examined
from policywright.render import Shelf
from policywright.render.handwritten import with_links
from policywright.render.headings import Heading
from policywright.render.navigation import nav, navigation, source_path
from policywright.render.page import Page, SiteFile
from policywright.render.places import place
from policywright.render.standalone import extra, meta
from policywright.report import FORMATS, Findings
from policywright.source import PICTURES, Reader

PUBLISHED = frozenset({".md", *PICTURES})
"""The endings of what is published of the folder of policies; the sources are not."""

_OF_A_HEAD = re.compile("<(?:meta|link|base)", re.IGNORECASE)
_EXTENSIONS = {"toc", "tables", "fenced_code"}
"""What MkDocs adds to Markdown by itself, none of which reads any other file."""

_log = get_plugin_logger("policywright")


def build(  # noqa: PLR0913  one for each thing that a site rests on
    folder: Path,
    examined: Examined,
    site_dir: Path,
    *,
    pdfs: bool = False,
    adopters: Collection[str] = (),
    shelf: Shelf | None = None,
) -> int:
    """Build the site of an examined handbook into a folder, and return how many pages of ours it has.

    `pdfs` says that the PDFs will stand beside it, to be linked to, and so will the handbooks of `adopters`. Pages on
    the `shelf` that would come out the same are taken from there.
    """
    config = settings.load(folder, site_dir=str(site_dir))
    plugin = config.plugins.get("policywright")
    if not isinstance(plugin, PolicywrightPlugin):
        raise settings.WrongSettings("It does not name the plugin. Add under plugins: a line with - policywright")
    plugin.examined = examined
    plugin.pdfs = pdfs
    plugin.adopters = adopters
    plugin.shelf = shelf
    try:
        mkdocs_build.build(config)
    except Exception as fault:  # what Markdown and its extensions raise of odd pages has no end
        if plugin.at_work is None:
            raise
        raise settings.WrongPage(plugin.at_work, fault) from fault
    return len(plugin.pages)


def address(folder: Path) -> str:
    """Return where the site is published, ending in a slash, as mkdocs.yml has it; empty where it does not say."""
    config = settings.load(folder)
    return f"{config.site_url.rstrip('/')}/" if config.site_url else ""


def rests_on_more(folder: Path) -> bool:
    """Say whether mkdocs.yml has a build read or run more than what is in `policies/` and the file itself."""
    written = (folder / "mkdocs.yml").read_text(encoding="utf-8", errors="replace")
    config = settings.load(folder)
    return bool(
        re.search(r"^INHERIT\b|!", written, re.MULTILINE)
        or config.hooks
        or config.theme.custom_dir
        or config.plugins.keys() - {"policywright"}
        or set(config.markdown_extensions) - _EXTENSIONS
    )


def handwritten_html(folder: Path, linked: LinkedHandbook, written: HandwrittenPage) -> str:
    """Return a hand-written page as MkDocs makes it of its Markdown, for a preview; its frame is not around it."""
    config = settings.load(folder)
    page = MkDocsPage(None, _file(written.path, config), config)
    page.markdown = with_links(linked, written, written.path)
    try:
        page.render(config, Files([_file(path, config) for path in _linked_to(linked)]))
        _see_no_head(page.content or "")
    except Exception as fault:
        raise settings.WrongPage(written.path, fault) from fault
    return page.content or ""


def _linked_to(linked: LinkedHandbook) -> set[str]:
    """Return what hand-written pages may link to, for MkDocs turns only the links into `.html` that lead somewhere."""
    ours = (source_path(place(target).path) for target in linked.targets.values())
    return {*ours, *(page.path for page in linked.handbook.pages)}


def _file(path: str, config: MkDocsConfig) -> File:
    return File(path, config.docs_dir, config.site_dir, use_directory_urls=False)


def published(folder: Path, path: str) -> Path | None:
    """Return the file of a handbook's folder that the site shows at a path as it is, or None where there is none."""
    docs = (folder / "policies").resolve()
    file = (docs / path).resolve()
    shown = file.suffix in PUBLISHED and file.is_relative_to(docs) and file.is_file()
    return file if shown else None


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """The plugin takes no options in `mkdocs.yml`; a handbook's settings stand in `policies/handbook.yml`."""


class PolicywrightPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """Hands the pages of the handbook over to MkDocs, as ready HTML.

    `examined` is the handbook if it was examined already; otherwise the plugin does that itself, for each build. `pdfs`
    says whether there are PDFs beside the site, and `adopters` whose handbooks are; MkDocs alone makes none of them. On
    the `shelf` are pages that were made before.
    `at_work` is the path of the hand-written page of which MkDocs makes HTML, while it does.
    """

    def __init__(self) -> None:
        self.examined: Examined | None = None
        self.pdfs = False
        self.adopters: Collection[str] = ()
        self.shelf: Shelf | None = None
        self.pages: Mapping[str, Page] = {}
        self.files: Sequence[SiteFile] = ()
        self.at_work: str | None = None
        self._current: Examined
        self._preview = False
        self._handwritten: Mapping[str, HandwrittenPage] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether this is a preview, which shows what is wrong in its place, where publishing refuses it."""
        self._preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read, check and render the handbook, and settle what its pages rest on."""
        self._current = self.examined or self._examine(config)
        documents = word.site_files(pipeline.word_documents(self._current), self.shelf)
        maker = pipeline.maker(self._current, self.shelf)
        make = partial(pipeline.site, self._current, preview=self._preview, maker=maker)
        listed = make(pdfs=self.pdfs, word=word.sizes(documents), adopters=self.adopters)
        files = partial(pipeline.site_files, self._current, listed, address=config.site_url or "", maker=maker)
        pages, beside = made(listed, files)
        self.pages = {source_path(page.path): page for page in pages}
        self.files = (*beside, *documents)
        self._handwritten = {page.path: page for page in self._current.linked.handbook.pages}
        config.site_name = pages[0].title
        config.use_directory_urls = False
        config.validation.links.anchors = logging.WARNING
        config.theme.dirs.insert(0, str(TEMPLATES / "site" / "theme"))
        config.theme.static_templates.discard("sitemap.xml")  # ours knows what belongs there
        config.extra.update(extra(self._current.linked.handbook.settings.language, preview=self._preview))
        config.nav = nav(navigation(pages), config.nav or sorted(self._handwritten.keys() - self.pages.keys()))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take the sources out and put our pages in; a hand-written page of the same name goes before ours."""
        pictures = self._current.linked.handbook.pictures
        for file in tuple(files):
            # MkDocs follows links, and finds what nobody has checked; and our frame needs no file of the theme.
            read = file.src_uri in self._handwritten or f"policies/{file.src_uri}" in pictures
            if not read or file.src_dir != config.docs_dir:
                files.remove(file)
        for path, page in self.pages.items():
            if files.get_file_from_path(path) is None:
                inclusion = InclusionLevel.INCLUDED if page.nav else InclusionLevel.NOT_IN_NAV
                files.append(File.generated(config, path, content="", inclusion=inclusion))
        beside = ((file.path, file.content) for file in self.files)
        for path, content in (*beside, *assets()):
            files.append(File.generated(config, path, content=content))
        return files

    def on_page_read_source(self, *, page: MkDocsPage, config: MkDocsConfig) -> str | None:
        """Turn the references of hand-written pages into links."""
        handwritten = self._handwritten.get(page.file.src_uri)
        self.at_work = page.file.src_uri if handwritten else None
        return with_links(self._current.linked, handwritten, page.file.src_uri) if handwritten else None

    def on_pre_page(self, page: MkDocsPage, *, config: MkDocsConfig, files: Files) -> MkDocsPage:
        """Have one of our pages rendered as it is: it is no Markdown, and to make ready for some takes long."""
        ours = self.pages.get(page.file.src_uri) if page.file.generated_by else None
        if ours is not None:
            page.render = partial(_hand_over, page, ours)  # type: ignore[method-assign]
        return page

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Take from what stands above a hand-written page only what our frame asks for."""
        if page.file.src_uri in self._handwritten:
            _see_no_head(html)
            # It may say anything, and there is one template for all of them.
            page.meta = {key: told for key, told in page.meta.items() if isinstance(told, str) and key != "template"}
        self.at_work = None
        return html

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make sure that every page and every file is there, and list them for the offline copy."""
        wanted = [*(page.path for page in self.pages.values()), *(file.path for file in self.files)]
        missing = [path for path in wanted if not Path(config.site_dir, path).is_file()]
        if missing:
            raise Abort(f"MkDocs left out {len(missing)} pages and files, the first of them {missing[0]}.")
        if not self._preview:
            offline.write(Path(config.site_dir))

    def _examine(self, config: MkDocsConfig) -> Examined:
        """Examine the handbook as of today; refuse to publish it while something stands against that."""
        folder = Path(config.docs_dir).parent
        reader = Reader()
        examined = pipeline.examine(folder, circumstances(folder, reader=reader), reader)
        if not self._preview and not examined.may_be_published(strict=config.strict):
            raise Abort(_report(examined))
        if examined.diagnostics:
            _log.info("%s", _report(examined))
        return examined


def _see_no_head(html: str) -> None:
    """Refuse what belongs into the head of a page: with it a page could lead away, which its policy cannot forbid."""
    if found := _OF_A_HEAD.search(html):
        raise PluginError(f"It holds {found[0]}>, which leads browsers elsewhere. Take that out.")


def _report(examined: Examined) -> str:
    return FORMATS["text"](Findings(examined.diagnostics, examined.texts, pipeline.RULES))


class _Contents(TableOfContents):
    """The headings of one of our pages, read off it for other plugins that ask for them; our frame does not."""

    def __init__(self, ours: Page) -> None:
        self._ours = ours

    @cached_property
    def items(self) -> list[AnchorLink]:  # type: ignore[override]
        return [_anchor_link(heading, 1) for heading in self._ours.headings]


def _hand_over(page: MkDocsPage, ours: Page, *_: object) -> None:
    """Hand over the HTML of one of our pages, with its headings and anchors."""
    page.content = ours.content
    page.toc = _Contents(ours)
    page.present_anchor_ids = set(ours.anchors)
    page.meta.update(meta(ours))


def _anchor_link(heading: Heading, level: int) -> AnchorLink:
    link = AnchorLink(heading.title, heading.anchor, level)
    link.children = [_anchor_link(child, level + 1) for child in heading.children]
    return link
