"""Faults of a file as a whole: its encoding, its size, its name and its kind."""

from __future__ import annotations

from policywright.diagnostics import Rule


class UnreadableFile(Rule):
    """A file cannot be opened, or is a link to a place outside the handbook.

    Why it matters: what it says would be missing from the handbook, and nobody would see that it is. A link that
    leads out of the folder works on one computer only.

    Mend it by putting the file itself into the handbook's folder, and by giving yourself the right to read it.
    """

    name = "unreadable-file"
    code = "A01"


class TooLarge(Rule):
    """A file is larger than 256 KiB, a text in it than 20,000 characters, a word than 1,000, or a picture than 4 MiB.

    Why it matters: it is nearly always something else that was saved under the wrong name, or pasted by a slip.

    Mend it by dividing the text or the document, or by moving what is no policy out of `policies/`.
    """

    name = "too-large"
    code = "A02"


class NotUtf8(Rule):
    """A file holds bytes that are no text in UTF-8.

    Why it matters: an old editor may have saved it in another encoding, and ŵ, é, £ and curly quotes would come out
    wrong.

    Mend it by opening the file in your editor and saving it again with the encoding UTF-8.
    """

    name = "not-utf-8"
    code = "A03"


class ControlCharacter(Rule):
    """A file holds a character that nobody can see.

    Why it matters: such characters come along when words are pasted. Some turn the direction of writing round, so
    that a reviewer sees other words than the ones that are published.

    Refused:

        # policies/schools/example.yml
          policy: example
        > title: Photo\u200egraphs
          part: schools

    Accepted:

        # policies/schools/example.yml
          policy: example
          title: Photographs
          part: schools
    """

    name = "control-character"
    code = "A04"


class EmptyFile(Rule):
    """A file says nothing.

    Why it matters: somebody may believe that the document exists.

    Refused:

        # policies/schools/example.yml
        > # To be written.

    Accepted:

        # policies/schools/example.yml
          policy: example
          title: Photographs
          part: schools
    """

    name = "empty-file"
    code = "A10"


class UnknownKind(Rule):
    """The first line of a file does not say what the file is.

    Why it matters: the first key says whether a file is a policy, a form, a letter, a checklist, a decision, a
    table, a register or a source, and its value is the permanent name.

    Refused:

        # policies/schools/example.yml
        > polisy: example
          title: Photographs
          part: schools

    Accepted:

        # policies/schools/example.yml
          policy: example
          title: Photographs
          part: schools
    """

    name = "unknown-kind"
    code = "A11"


class MissingSettings(Rule):
    """The handbook has no settings in `policies/handbook.yml`.

    Why it matters: the settings hold the handbook's title, its publisher and its parts, without which nothing can be
    published.

    Refused:

        # policies/handbook.yml
        > policy: handbook
          title: Handbook
          part: schools

    Accepted:

        # policies/handbook.yml
          handbook: example
          title: Handbook
          publisher: Example Council
          parts:
            - id: schools
              title: Schools
          variables:
            - id: school-name
              about: The name of the school
              default: the school
    """

    name = "missing-settings"
    code = "A12"


class WrongFileName(Rule):
    """A file is not called what it is.

    Why it matters: people look for a document by its permanent name, and find it at once when its file is called the
    same. A name with a slip in it would break every reference to the document.

    Refused:

        # policies/schools/example.yml
        > policy: photographs
          title: Photographs
          part: schools

    Accepted:

        # policies/schools/photographs.yml
          policy: photographs
          title: Photographs
          part: schools
    """

    name = "wrong-file-name"
    code = "A13"
