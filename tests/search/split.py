"""A site whose search is split into files, as that of a large handbook is, whatever its size."""

from pathlib import Path
from shutil import copytree

from policywright.pipeline import Examined, site
from policywright.render.composer import Composer
from policywright.render.files import search


def with_split_search(examined: Examined, whole: Path, folder: Path) -> Path:
    """Return a copy of a site in which the search is split."""
    copied = copytree(whole, folder / "split")
    for file in search.files(Composer(examined.linked), site(examined), most=0):
        (copied / file.path).parent.mkdir(exist_ok=True)
        (copied / file.path).write_bytes(file.content)
    return copied
