"""The kinds of files beside the pages: each a module with a function `files`, and a line here."""

from policywright.render.files import sitemap

FILE_KINDS = (sitemap,)
