"""A fault of the program, told for those who mend it."""

from __future__ import annotations

import platform
import sys
import traceback
from pathlib import Path

from policywright import __version__

_LATEST_CALLS = 12
"""How many calls are told."""


def issue_text(fault: Exception) -> str:
    """Return what the program's maintainers need to know, in a form for an issue: the latest calls come last."""
    calls = traceback.extract_tb(fault.__traceback__)[-_LATEST_CALLS:]
    return "\n".join(
        (
            "Policywright itself failed; the policies are not to blame, and nothing was changed.",
            "Please report it with the lines below.",
            "",
            f"policywright {__version__}, Python {platform.python_version()}, {platform.system()}",
            f"command: policywright {' '.join(sys.argv[1:])}",
            *(f"  {Path(call.filename).name}:{call.lineno} {call.name}" for call in calls),
            f"{type(fault).__name__}: {fault}",
        )
    )
