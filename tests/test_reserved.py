"""The names that the site needs for itself are those that no part may have."""

import datetime
from pathlib import Path, PurePosixPath

from policywright import pipeline
from policywright.adapters import word
from policywright.adapters.assets import assets
from policywright.adapters.built import PDFS
from policywright.checks.check import Circumstances
from policywright.checks.reserved_identifier import PARTS


def test_every_folder_of_the_site_is_that_of_a_part_or_reserved(complete: Path) -> None:
    examined = pipeline.examine(complete, Circumstances(datetime.date(2026, 11, 21)))
    parts = {part.id for part in examined.linked.handbook.settings.parts}
    paths = (*(page.path for page in pipeline.site(examined)), *(path for path, _ in assets()))
    folders = {PurePosixPath(path).parts[0] for path in paths if "/" in path}

    assert folders - parts | {PDFS, word.DOCUMENTS} == PARTS
