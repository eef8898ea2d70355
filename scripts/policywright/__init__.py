"""Policywright turns structured YAML policies into a handbook: a website and printed PDFs."""

from importlib.metadata import version

__version__ = version("policywright")
