"""A fault of the program, told for those who mend it."""

from __future__ import annotations

import errno
import platform
import sys
import traceback
from pathlib import Path

from policywright import __version__
from policywright.adapters.settings import CannotBuild

_NOT_OURS = {
    *(errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EMFILE, errno.ENFILE),
    *(errno.EROFS, errno.EACCES, errno.EPERM, errno.EBUSY),
    *(errno.EEXIST, errno.EISDIR, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG),
}
"""What a computer has against reading or writing a file, that nobody could foresee who wrote this program."""

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


def refusal(fault: Exception) -> str:
    """Return, in plain words, what has to be mended outside of the program; empty where the fault is its own."""
    return str(fault) if isinstance(fault, CannotBuild) else _unwritten(fault)


def _unwritten(fault: Exception) -> str:
    if not isinstance(fault, OSError) or fault.errno not in _NOT_OURS:
        return ""
    reason = (fault.strerror or str(fault)).lower()
    return f"A file could not be written or read: {reason} ({fault.filename or 'no name is known'}). {_AS_BEFORE}"


_AS_BEFORE = "What was published stays as it was. Mend that, and start again; nothing needs to be cleaned up."
