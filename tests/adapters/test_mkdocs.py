"""MkDocs by itself, and in process: what it publishes, and what it refuses."""

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.links import broken_links

from policywright import pipeline
from policywright.adapters import mkdocs
from policywright.adapters.settings import WrongPage, WrongSettings
from policywright.adapters.surroundings import circumstances
from policywright.checks.check import Circumstances

MKDOCS = Path(sys.executable).parent / "mkdocs"


@pytest.fixture(scope="module")
def site(complete: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the complete handbook's site, built strictly by MkDocs' own command."""
    folder = tmp_path_factory.mktemp("site")
    done = build(complete, folder, "--strict")
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    return folder


@pytest.fixture
def handbook(minimal: Path, tmp_path: Path) -> Path:
    """Return a copy of the smallest handbook, to be spoilt."""
    return shutil.copytree(minimal, tmp_path / "handbook")


def build(handbook: Path, site: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command: list[str | Path] = [MKDOCS, "build", "--site-dir", site, *options]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=handbook, env=quiet, capture_output=True, text=True, check=False)


def spoil(handbook: Path) -> int:
    """Write a role that nobody has, and return the line where."""
    policy = handbook / "policies" / "schools" / "social-media.yml"
    text = policy.read_text(encoding="utf-8")
    policy.write_text(text.replace("[[role:headteacher|head teacher]]", "[[role:headteachr]]"), encoding="utf-8")
    return text[: text.index("[[role:headteacher|")].count("\n") + 1


def test_every_link_of_the_site_leads_somewhere(site: Path) -> None:
    assert broken_links(site) == []


def test_all_pages_are_there_and_the_sources_are_not(site: Path, complete: Path) -> None:
    pages = pipeline.site(pipeline.examine(complete, Circumstances(date(2026, 11, 21))))
    assert [page.path for page in pages if not (site / page.path).is_file()] == []
    assert [path for path in site.rglob("*") if path.suffix in {".yml", ".yaml"}] == []


def test_the_html_is_handed_over_as_it_is(site: Path, complete: Path) -> None:
    pages = pipeline.site(pipeline.examine(complete, Circumstances(date(2026, 11, 21))))
    page = next(page for page in pages if page.path == "schools/everything.html")
    assert page.content in (site / page.path).read_text(encoding="utf-8")


def test_the_files_beside_the_pages_are_published_as_they_are(site: Path, complete: Path) -> None:
    examined = pipeline.examine(complete, circumstances(complete))
    for file in pipeline.site_files(examined, pipeline.site(examined)):
        assert (site / file.path).read_bytes() == file.content


def test_the_map_of_the_site_is_ours_and_needs_the_site_s_address(site: Path, handbook: Path, tmp_path: Path) -> None:
    assert not (site / "sitemap.xml").exists()
    with (handbook / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("site_url: https://handbook.example.org/\n")
    assert build(handbook, tmp_path / "site", "--strict").returncode == 0
    sitemap = (tmp_path / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://handbook.example.org/schools/social-media.html</loc>" in sitemap


def test_the_navigation_has_chapters_and_no_single_policy(site: Path) -> None:
    html = (site / "schools" / "everything.html").read_text(encoding="utf-8")
    nav = html[html.index('<nav class="frame-nav"') : html.index("</nav>")]
    assert re.search(r'href="index.html" aria-current="true">\s*Schools', nav)
    assert "everything.html" not in nav
    assert not re.search(r"<ul>\s*</ul>", nav)


def test_references_of_hand_written_pages_are_links(site: Path) -> None:
    html = (site / "welcome.html").read_text(encoding="utf-8")
    assert '<a href="schools/everything.html#decline">what staff do about requests</a>' in html


def test_hand_written_pages_stand_in_the_navigation_before_its_groups(site: Path) -> None:
    html = (site / "welcome.html").read_text(encoding="utf-8")
    assert html.index('href="welcome.html" aria-current="page"') < html.index("Look something up")


def test_the_navigation_of_mkdocs_yml_is_that_of_the_hand_written_pages(handbook: Path, tmp_path: Path) -> None:
    (handbook / "policies" / "about.md").write_text("# About\n", encoding="utf-8")
    config = handbook / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "nav:\n  - Who we are: about.md\n", encoding="utf-8")
    assert build(handbook, tmp_path / "site", "--strict").returncode == 0
    html = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert re.search(r'<a href="about.html">Who we are</a>.*<a href="laws.html">', html, re.DOTALL)


def test_tables_of_hand_written_pages_can_be_scrolled_from_the_keyboard(handbook: Path, tmp_path: Path) -> None:
    (handbook / "policies" / "about.md").write_text("# About\n\n| a |\n| --- |\n| b |\n", encoding="utf-8")
    assert build(handbook, tmp_path / "site", "--strict").returncode == 0
    assert 'tabindex="0"><table>' in (tmp_path / "site" / "about.html").read_text(encoding="utf-8")


def test_no_page_asks_another_host_or_holds_a_script(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert not re.search(r'<(?:script|img|link|iframe)[^>]*(?:src|href)="(?:https?:)?//', html), path
        assert not re.search(r"<script(?![^>]*(?:src=|application/json))", html), path
        assert "Content-Security-Policy" in html


def test_mkdocs_refuses_a_faulty_handbook_and_tells_where(handbook: Path, tmp_path: Path) -> None:
    line = spoil(handbook)
    done = build(handbook, tmp_path / "site")
    assert done.returncode == 1
    assert f"policies/schools/social-media.yml:{line}:" in done.stdout + done.stderr
    assert "[dangling-reference]" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.glob("site/*.html"))


def test_a_warning_stops_a_strict_build_only(handbook: Path, tmp_path: Path) -> None:
    policy = handbook / "policies" / "schools" / "social-media.yml"
    policy.write_text(policy.read_text(encoding="utf-8").replace("2099-09-01", "2020-09-01"), encoding="utf-8")
    assert build(handbook, tmp_path / "site").returncode == 0
    strict = build(handbook, tmp_path / "site", "--strict")
    assert strict.returncode == 1
    assert "[overdue-review]" in strict.stdout + strict.stderr


def test_a_reference_to_nothing_in_a_hand_written_page_is_refused(handbook: Path, tmp_path: Path) -> None:
    (handbook / "policies" / "about.md").write_text("# About\n\nSee [[nowhere]].\n", encoding="utf-8")
    done = build(handbook, tmp_path / "site")
    assert done.returncode == 1
    assert "policies/about.md:3:5: error" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_a_link_of_a_hand_written_page_to_a_missing_place_is_told(handbook: Path, tmp_path: Path) -> None:
    page = "# About\n\n[A clause](schools/social-media.md#no-such-clause)\n"
    (handbook / "policies" / "about.md").write_text(page, encoding="utf-8")
    done = build(handbook, tmp_path / "site", "--strict")
    assert done.returncode == 1
    assert "no-such-clause" in done.stderr


def test_images_are_published_with_the_pages_that_use_them(handbook: Path, tmp_path: Path) -> None:
    (handbook / "policies" / "plan.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    (handbook / "policies" / "about.md").write_text("# About\n\n![Plan](plan.svg)\n", encoding="utf-8")
    assert build(handbook, tmp_path / "site", "--strict").returncode == 0
    assert (tmp_path / "site" / "plan.svg").is_file()


def test_a_hand_written_page_goes_before_ours_of_the_same_name(handbook: Path, tmp_path: Path) -> None:
    (handbook / "policies" / "index.md").write_text("# Our own welcome\n", encoding="utf-8")
    assert build(handbook, tmp_path / "site", "--strict").returncode == 0
    assert "Our own welcome" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_a_hook_is_told_the_headings_of_our_pages(handbook: Path, tmp_path: Path) -> None:
    hook = "def on_page_content(html, page, **_):\n    return html + ' / '.join(one.title for one in page.toc)\n"
    (handbook / "hook.py").write_text(hook, encoding="utf-8")
    settings = handbook / "mkdocs.yml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}hooks: [hook.py]\n", encoding="utf-8")
    done = build(handbook, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert " / About this text" in (tmp_path / "site/schools/social-media.html").read_text(encoding="utf-8")


def test_in_process_the_engine_is_silent(minimal: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    examined = pipeline.examine(minimal, Circumstances(date(2026, 11, 21)))
    assert mkdocs.build(minimal, examined, tmp_path) == len(pipeline.site(examined))
    assert capfd.readouterr() == ("", "")


def test_a_handbook_without_the_plugin_is_told_what_to_add(handbook: Path, tmp_path: Path) -> None:
    config = handbook / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("  - policywright\n", ""), encoding="utf-8")
    examined = pipeline.examine(handbook, Circumstances(date(2026, 11, 21)))
    with pytest.raises(WrongSettings, match="- policywright"):
        mkdocs.build(handbook, examined, tmp_path / "site")


def test_nothing_is_published_that_nobody_has_read(handbook: Path, tmp_path: Path) -> None:
    picture = tmp_path / "outside.png"
    picture.write_bytes(b"What nobody has published")
    for folder in ("schema", ".hidden"):
        (handbook / "policies" / folder).mkdir()
        (handbook / "policies" / folder / "outside.png").symlink_to(picture)
    (handbook / "policies" / "seen.png").write_bytes(b"What everybody may see")
    # Nor does what stands above a page choose what is published with it.
    for number, lines in enumerate(
        ("template: /etc/passwd", "title: [5]\ntemplate: 404.html", "title: {a: b}\nhide: 3")
    ):
        (handbook / "policies" / f"odd-{number}.md").write_text(f"---\n{lines}\n---\n# Words\n", encoding="utf-8")
    examined = pipeline.examine(handbook, Circumstances(date(2026, 11, 21)))
    mkdocs.build(handbook, examined, tmp_path / "site")
    pictures = {path.name for path in (tmp_path / "site").rglob("*.png")}
    assert "seen.png" in pictures
    assert "outside.png" not in pictures
    assert all("<h1" in (tmp_path / "site" / f"odd-{number}.html").read_text(encoding="utf-8") for number in range(3))


@pytest.mark.parametrize(
    "words",
    [
        "[words](http://[::1)",
        "<META http-equiv=refresh content='0;url=https://elsewhere.example'>",
        "Words <link rel=preconnect href=https://elsewhere.example>",
    ],
    ids=["an address that is none", "leading away", "asking elsewhere"],
)
def test_a_page_of_which_nothing_good_can_be_made_is_refused_by_name(
    handbook: Path, tmp_path: Path, words: str
) -> None:
    (handbook / "policies" / "odd.md").write_text(f"# Words\n\n`<meta>` {{}}\n\n{words}\n", encoding="utf-8")
    examined = pipeline.examine(handbook, Circumstances(date(2026, 11, 21)))
    assert examined.may_be_published(strict=False)
    with pytest.raises(WrongPage, match=r"^policies/odd\.md cannot be made into a page: "):
        mkdocs.build(handbook, examined, tmp_path / "site")
    [page] = examined.linked.handbook.pages
    with pytest.raises(WrongPage):
        mkdocs.handwritten_html(handbook, examined.linked, page)
