"""A past for the complete handbook: the policy that holds everything, as it might have read before."""

from datetime import date
from pathlib import Path

from policywright.model.past import Past, Replaced

EVERYTHING = "policies/schools/everything.yml"

CAME = date(2026, 11, 20)
"""When the present version came."""

_BEFORE = (
    ("\nversion: 2026.1", "\nversion: 2025"),
    ("Staff must decline every friend request", "Staff must not accept any friend request"),
    ("        age: {from: 4, below: 19, ", "        age: {from: 4, below: 18, "),
    ("within: one working day", "within: two working days"),
    (
        "duty: must\n            actors: [school-office]\n            text: The school office must take",
        "duty: should\n            actors: [headteacher]\n            text: The head teacher should take",
    ),
    (
        """\
          - id: decline-keep
            duty: may
            text: |
              Staff may keep a picture of the request, with the [[#steps|steps to take]].
""",
        "",
    ),
    (
        "          - id: second-step\n",
        """\
          - id: ask-first
            duty: must
            actors: [staff]
            text: Staff must ask the [[role:headteacher]] first.
          - id: second-step
""",
    ),
)
"""What reads otherwise now, and how it read before; the same place is meant by both."""


def past_of(complete: Path) -> Past:
    """Return a past of which git knows everything."""
    text = (complete / EVERYTHING).read_text(encoding="utf-8")
    for now, before in _BEFORE:
        assert text.count(now) == 1, now
        text = text.replace(now, before)
    return Past((Replaced(EVERYTHING, text.encode(), CAME),), whole=True)
