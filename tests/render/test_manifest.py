"""What a phone asks for that keeps the handbook as an app, and what a server may send with every file."""

import json
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from policywright import pipeline
from policywright.adapters.assets import assets
from policywright.checks.check import Circumstances
from policywright.render.content_policy import served_content_policy

STYLES = Path(__file__).parent.parent.parent / "templates" / "styles"


@pytest.fixture(scope="module")
def files(complete: Path) -> dict[str, bytes]:
    examined = pipeline.examine(complete, Circumstances(date(2026, 11, 21)))
    return {file.path: file.content for file in pipeline.site_files(examined, pipeline.site(examined))}


def test_the_app_bears_the_names_of_the_handbook_and_its_publisher(files: dict[str, bytes]) -> None:
    manifest = json.loads(files["manifest.webmanifest"])
    assert manifest["name"] == "The complete handbook, Example Council"
    assert manifest["short_name"] == "The complete handbook"
    assert manifest["lang"] == "en-GB"


def test_the_app_is_wherever_the_site_is_put(files: dict[str, bytes]) -> None:
    manifest = json.loads(files["manifest.webmanifest"])
    addresses = [manifest[key] for key in ("id", "scope", "start_url")] + [icon["src"] for icon in manifest["icons"]]
    assert not [address for address in addresses if address.startswith("/") or ":" in address]


def test_each_icon_is_there_and_as_large_as_promised(files: dict[str, bytes], tmp_path: Path) -> None:
    held = dict(assets())
    for icon in json.loads(files["manifest.webmanifest"])["icons"]:
        assert icon["src"] in held
        if icon["type"] == "image/png":
            (tmp_path / "icon.png").write_bytes(held[icon["src"]])
            with Image.open(tmp_path / "icon.png") as image:
                assert icon["sizes"] == "{}x{}".format(*image.size)


def test_the_app_has_the_colours_of_the_site(files: dict[str, bytes]) -> None:
    manifest, styles = json.loads(files["manifest.webmanifest"]), (STYLES / "site/base.css").read_text(encoding="utf-8")
    assert f"--paper: {manifest['background_color']};" in styles
    assert f"--act: {manifest['theme_color']};" in styles


def test_a_server_is_told_the_policy_of_the_pages(files: dict[str, bytes]) -> None:
    headers = files["_headers"].decode()
    assert f"  Content-Security-Policy: {served_content_policy()}\n" in headers
    assert "  Referrer-Policy: no-referrer\n" in headers
    assert "  X-Content-Type-Options: nosniff\n" in headers
