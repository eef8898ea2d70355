"""Rendering: a linked handbook becomes the pages and files of the site, and the documents for print."""

from policywright.render.page import Page, PrintDocument, SiteFile
from policywright.render.print import documents as print_documents
from policywright.render.site import site, site_files

__all__ = ["Page", "PrintDocument", "SiteFile", "print_documents", "site", "site_files"]
