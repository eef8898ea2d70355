"""Where this very program was installed from, so that others can install the same."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import distribution
from json import loads
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from policywright.adapters import git


@dataclass(frozen=True)
class Origin:
    """The `address` of a git repository, and the `revision` in it: a tag or a commit."""

    address: str
    revision: str


def origin() -> Origin | None:
    """Return what this program was installed from, or None where that is nothing that others could fetch."""
    noted = loads(distribution("policywright").read_text("direct_url.json") or "{}")
    if "vcs_info" in noted:
        return origin_at(noted["url"], noted["vcs_info"]["commit_id"])
    folder = urlsplit(noted.get("url", ""))
    return origin_at(*git.cloned_from(Path(url2pathname(folder.path)))) if folder.scheme == "file" else None


def origin_at(address: str, revision: str) -> Origin | None:
    """Return an address without the password that it may hold; None where others could not fetch from it."""
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.hostname or not revision:
        return None
    return Origin(parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl(), revision)
