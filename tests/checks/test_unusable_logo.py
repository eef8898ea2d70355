"""Logos that cannot be shown are told, each with its reason."""

from __future__ import annotations

import datetime
import struct
import zlib
from collections.abc import Mapping
from io import BytesIO

import pytest
from PIL import Image

from policywright import checks, linking, source
from policywright.checks.check import Circumstances

CREST = "policies/pictures/crest.png"
SETTINGS = b"""\
handbook: example
title: Example
publisher: Example Council
parts:
  - id: schools
    title: Schools
    letterhead:
      name: The school
      logo:
        file: pictures/crest.png
        shows: A tree on a shield
"""


def found(files: Mapping[str, bytes]) -> list[str]:
    handbook, faults = source.read({"policies/handbook.yml": SETTINGS, **files})
    assert faults == ()
    told = checks.run(linking.link(handbook), Circumstances(datetime.date(2026, 11, 21)))
    return [f"{one.location.line}: {one.message}" for one in told if one.name == "unusable-logo"]


def drawn(kind: str, size: tuple[int, int] = (60, 80)) -> bytes:
    file = BytesIO()
    Image.new("RGB", size, "green").save(file, kind)
    return file.getvalue()


def claiming(width: int, height: int) -> bytes:
    """Return a picture that says that it is larger than anybody could open."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))
    return b"\x89PNG\r\n\x1a\n" + chunk


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_shown(kind: str) -> None:
    assert found({CREST: drawn(kind)}) == []


def test_no_file_is_told() -> None:
    assert found({}) == ["10: The picture of this logo is not there: `policies/` has no file `pictures/crest.png`."]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is no sound PNG or JPEG picture"),
        (b"<svg/>", "is no sound PNG or JPEG picture"),
        (drawn("GIF"), "is no sound PNG or JPEG picture"),
        (drawn("PNG")[:-30], "is no sound PNG or JPEG picture"),
        (drawn("JPEG")[:300], "is no sound PNG or JPEG picture"),
        (drawn("PNG", (3001, 10)), "is more than 3000 pixels wide or high"),
        (claiming(60_000, 60_000), "is no sound PNG or JPEG picture"),
        (drawn("PNG") + bytes(200_000), "has more than 200 kB, which every letter would hold"),
    ],
    ids=["nothing", "a drawing", "another kind", "a torn PNG", "a torn JPEG", "too wide", "a bomb", "too heavy"],
)
def test_what_cannot_be_shown_is_told_with_its_reason(content: bytes, why: str) -> None:
    assert found({CREST: content}) == [f"10: The picture of this logo {why}."]
