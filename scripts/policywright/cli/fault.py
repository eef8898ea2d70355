"""A fault of the program, told for those who mend it."""

from __future__ import annotations

import errno
import platform
import sys
import traceback
from pathlib import Path

from policywright import __version__

_NOT_OURS = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM}

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


def unwritten(fault: Exception) -> str:
    """Return, in plain words, why the computer did not let a file be written or read; empty for any other fault."""
    if not isinstance(fault, OSError) or fault.errno not in _NOT_OURS:
        return ""
    reason = (fault.strerror or str(fault)).lower()
    return f"A file could not be written or read: {reason} ({fault.filename or 'no name is known'}). {_AS_BEFORE}"


_AS_BEFORE = "What was published stays as it was. Mend that, and start again; nothing needs to be cleaned up."
