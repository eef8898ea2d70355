"""Rendering: a linked handbook becomes the pages and files of the site, and the documents for print."""

from policywright.render.approval_pack import approval_pack
from policywright.render.filling import letters as filled_letters
from policywright.render.handwritten import pages as handwritten_pages
from policywright.render.kept import Keeping, Shelf
from policywright.render.maker import MAKER, Maker
from policywright.render.page import Handout, Page, PrintDocument, SiteFile, WordDocument
from policywright.render.print import alone as print_document
from policywright.render.print import documents as print_documents
from policywright.render.print_changes import States, change_edition
from policywright.render.site import site, site_files
from policywright.render.update_page import update_page
from policywright.render.word import alone as word_document
from policywright.render.word import documents as word_documents

__all__ = [
    "MAKER",
    "Handout",
    "Keeping",
    "Maker",
    "Page",
    "PrintDocument",
    "Shelf",
    "SiteFile",
    "States",
    "WordDocument",
    "approval_pack",
    "change_edition",
    "filled_letters",
    "handwritten_pages",
    "print_document",
    "print_documents",
    "site",
    "site_files",
    "update_page",
    "word_document",
    "word_documents",
]
