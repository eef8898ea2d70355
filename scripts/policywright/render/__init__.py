"""Rendering: a linked handbook becomes the pages of the site and the documents for print."""

from policywright.render.page import Page, PrintDocument
from policywright.render.print import documents as print_documents
from policywright.render.site import site

__all__ = ["Page", "PrintDocument", "print_documents", "site"]
