"""Faults of typing: what YAML cannot read, or would read otherwise than its author meant it."""

from __future__ import annotations

from policywright.diagnostics import Rule


class YamlSyntax(Rule):
    """A file cannot be read, since a quote, a colon, a bracket or an indentation is not in order.

    Why it matters: from that place on nothing in the file can be understood. The causes are few. A colon followed by
    a space inside words: put the words in quotes, or below `text: |`. A quote or bracket that is not closed. A line
    that is indented with a tab, or not as far as its neighbours. A text that begins with one of
    ``[ { * & ! @ % ` | >``: put it in quotes.

    Refused:

        # policies/schools/example.yml
          policy: example
        > title: Photographs: who may take them
          part: schools

    Accepted:

        # policies/schools/example.yml
          policy: example
          title: "Photographs: who may take them"
          part: schools
    """

    name = "yaml-syntax"
    code = "A05"


class TooDeep(Rule):
    """Lists and keys are nested more than 30 levels deep.

    Why it matters: no handbook needs that; a bracket was not closed, or a file was made to do harm.

    Refused:

        # policies/schools/example.yml
          policy: example
        > title: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[Photographs]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
          part: schools

    Accepted:

        # policies/schools/example.yml
          policy: example
          title: Photographs
          part: schools
    """

    name = "too-deep"
    code = "A06"


class SeveralDocuments(Rule):
    """A file holds more than one document.

    Why it matters: one file is one thing, so that its history, its owner and its address are its own. A line `---`
    begins a second document.

    Refused:

        # policies/schools/example.yml
          policy: example
          title: Photographs
          part: schools
        > ---
          policy: another
          title: Recordings
          part: schools

    Accepted:

        # policies/schools/example.yml
          policy: example
          title: Photographs
          part: schools
        # policies/schools/another.yml
          policy: another
          title: Recordings
          part: schools
    """

    name = "several-documents"
    code = "A07"


class Alias(Rule):
    """Words stand for other words: `&name` gives them a name, `*name` repeats them.

    Why it matters: a reader of the file cannot see what it says. Often a text was only meant to begin with an
    asterisk.

    Refused:

        # policies/schools/example.yml
          policy: example
        > title: &title Photographs
        > summary: *title
          part: schools

    Accepted:

        # policies/schools/example.yml
          policy: example
          title: Photographs
          summary: "*Photographs* of pupils, and who may take them."
          part: schools
    """

    name = "alias"
    code = "A08"


class Tag(Rule):
    """A value begins with an exclamation mark, which makes its first word an instruction.

    Why it matters: YAML takes the word for the type of the value, and cuts it off.

    Refused:

        # policies/schools/example.yml
          policy: example
        > title: !Important photographs
          part: schools

    Accepted:

        # policies/schools/example.yml
          policy: example
          title: "!Important photographs"
          part: schools
    """

    name = "tag"
    code = "A09"


class ProseInBrackets(Rule):
    """Words stand in `{ }` or `[ ]` without quotes, where each comma divides them.

    Why it matters: `{say: Yes, a pupil, go: police}` would say "Yes" alone, and the rest would be lost in silence. In
    `{ }` short words are fine as long as no comma stands in them. In `[ ]` names and short labels are fine;
    sentences, and parts that begin like the second half of a sentence, are not.

    Refused:

        # policies/schools/example.yml
          policy: example
          title: Photographs
          part: schools
          accept:
        >   - {check: missing-owner, because: The owner, a role, is new, until: 2099-01-01}
          sections:
            - id: taking
              title: Taking photographs
              clauses:
                - id: ask
                  text: Ask first.
        >         examples: [A play, or a concert, A trip to the museum]

    Accepted:

        # policies/schools/example.yml
          policy: example
          title: Photographs
          part: schools
          accept:
            - {check: missing-owner, because: "The owner, a role, is new", until: 2099-01-01}
          sections:
            - id: taking
              title: Taking photographs
              clauses:
                - id: ask
                  text: Ask first.
                  examples:
                    - A play, or a concert
                    - A trip to the museum
    """

    name = "prose-in-brackets"
    code = "A20"


class HashCutsProse(Rule):
    """A `#` after a space cuts off the rest of a line of words.

    Why it matters: YAML takes what follows for a remark, and it would be lost in silence. Behind a date, a name or a
    fixed word, such as `duty: must   # by law`, a remark is fine, and so it is on a line of its own.

    Refused:

        # policies/schools/example.yml
          policy: example
        > title: Our page is # 1
          part: schools   # a remark

    Accepted:

        # policies/schools/example.yml
          policy: example
          title: "Our page is # 1"
          part: schools   # a remark
    """

    name = "hash-cuts-prose"
    code = "A21"
