"""Faults of keys and values: one too many, one too few, or not what may stand there."""

from __future__ import annotations

from policywright.diagnostics import Rule


class DuplicateKey(Rule):
    """A key is written twice.

    Why it matters: only one of the two values could count, and a reader cannot tell which.

    Refused:

        # policies/schools/example.yml
          policy: example
          title: Photographs
          part: schools
        > title: Recordings

    Accepted:

        # policies/schools/example.yml
          policy: example
          title: Photographs and recordings
          part: schools
    """

    name = "duplicate-key"
    code = "A14"


class UnknownKey(Rule):
    """A key is not one of those that may stand there.

    Why it matters: a misspelt key would be passed over in silence, and with it what it says.

    Refused:

        # policies/schools/example.yml
          policy: example
        > tittle: Photographs
          title: Photographs
          part: schools

    Accepted:

        # policies/schools/example.yml
          policy: example
          title: Photographs
          part: schools
    """

    name = "unknown-key"
    mendable = True
    code = "A15"


class MissingKey(Rule):
    """A key that must be there is missing.

    Why it matters: the document, or this piece of it, cannot be published without it.

    Refused:

        # policies/schools/example.yml
        > policy: example
          part: schools

    Accepted:

        # policies/schools/example.yml
          policy: example
          title: Photographs
          part: schools
    """

    name = "missing-key"
    code = "A16"


class MissingValue(Rule):
    """Nothing stands behind a key, or behind a dash.

    Why it matters: nobody can tell whether the value was forgotten, or whether there is none. What follows a `#` is
    a remark and no value.

    Refused:

        # policies/schools/example.yml
          policy: example
          title: Photographs
        > owner:
          part: schools

    Accepted:

        # policies/schools/example.yml
          policy: example
          title: Photographs
          owner: headteacher
          part: schools
    """

    name = "missing-value"
    code = "A17"


class WrongShape(Rule):
    """Words stand where a list or further keys should, or the other way round.

    Why it matters: what was meant cannot be told for certain. Often a dash was forgotten, or a colon followed by a
    space made a key of the words before it.

    Refused:

        # policies/schools/example.yml
          policy: example
          title: Photographs
          part: schools
        > applies-to: staff
          sections:
        >   id: taking
            title: Taking photographs

    Accepted:

        # policies/schools/example.yml
          policy: example
          title: Photographs
          part: schools
          applies-to: [staff]
          sections:
            - id: taking
              title: Taking photographs
              clauses:
                - id: ask
                  text: Ask first.
    """

    name = "wrong-shape"
    code = "A18"


class WrongValue(Rule):
    """A value is not one of those that may stand there.

    Why it matters: fixed words, dates, numbers and permanent names are read by the program, which takes them as they
    are written.

    Refused:

        # policies/schools/example.yml
          policy: example
          title: Photographs
          part: schools
        > status: modle
        > review-by: 1 September 2027
          sections:
        >   - id: Taking photographs
              title: Taking photographs

    Accepted:

        # policies/schools/example.yml
          policy: example
          title: Photographs
          part: schools
          status: model
          review-by: 2099-09-01
          sections:
            - id: taking-photographs
              title: Taking photographs
              clauses:
                - id: ask
                  text: Ask first.
    """

    name = "wrong-value"
    mendable = True
    code = "A19"
