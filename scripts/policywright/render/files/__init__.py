"""The kinds of files beside the pages: each a module with a function `files`, and a line here."""

from policywright.render.files import api, calendar, feed, headers, llms, manifest, previews, search, sitemap

FILE_KINDS = (api, calendar, feed, headers, llms, manifest, previews, search, sitemap)
