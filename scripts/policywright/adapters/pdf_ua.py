"""PDF/UA-1, the standard for PDFs that can be read aloud, as far as a program can judge it.

The reference judge is veraPDF, which the tests ask for every kind of document. It needs Java and seconds to begin with,
so each build asks another judge of the same rules, which takes milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from page import ParseError, SafetyLimits, ValidationProfile, validate_pdf


def faults(pdf: Path) -> Iterator[str]:
    """Yield each rule that a PDF breaks, in words, with the first place that breaks it."""
    try:
        # The limits are there against files of strangers; a book of a thousand pages has more than they allow.
        report = validate_pdf(pdf, profile=ValidationProfile.PDF_UA_1, limits=SafetyLimits.unlimited())
    except ParseError as refusal:
        yield f"it cannot be read as a PDF: {refusal}"
    else:
        for failure in report.failures:
            yield f"a screen reader may stumble, since it is not PDF/UA-1: {failure.message}"
