"""Rendering: a linked handbook becomes the pages of the site and the documents for print."""
