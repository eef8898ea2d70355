"""Policywright turns structured YAML policies into a handbook: a website and printed PDFs."""

from importlib.metadata import version

__version__ = version("policywright")

INTERRUPTED = 130
"""The exit status where somebody pressed Ctrl-C, as shells have it."""

STOPPED = "Stopped, as you asked. What was published stays as it was."
