"""A past for the complete handbook: the policy that holds everything, as it might have read before."""

from datetime import date
from pathlib import Path

from policywright import source
from policywright.model.handbook import Handbook
from policywright.model.past import Past, Replaced

EVERYTHING = "policies/schools/everything.yml"

_PUBLICATION = "policies/sources/model-code.yml"

CAME = date(2026, 11, 20)
"""When the present version came."""

_OF_EVERYTHING = (
    ("at least once.", "once."),
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
_BEFORE = {
    EVERYTHING: _OF_EVERYTHING,
    "policies/schools/forms/consent.yml": (("label: Name of the child", "label: Name of the pupil"),),
    "policies/schools/checklists/post-found.yml": (("do: Take a picture of", "do: Photograph"),),
    "policies/schools/decisions/abusive-post.yml": (
        ("ask: Do you know who wrote it?", "ask: Who wrote it?"),
        ("say: Yes, go: ask-removal", "say: Yes, go: ask-lead"),
        ("- {id: unknown, say: No, go: ask-lead}", "- {id: nobody, say: Nobody, go: ask-removal}"),
    ),
    "policies/schools/letters/remove-post.yml": (("about our school", "about us"),),
}
"""What reads otherwise now in each file, and how it read before."""


def past_of(complete: Path) -> Past:
    """Return a past of which git knows everything."""
    return Past(tuple(Replaced(name, _before(complete, name), CAME) for name in _BEFORE), whole=True)


def as_it_was(complete: Path) -> Handbook:
    """Return the whole handbook as it was: its documents, and a publication that said more to staff."""
    files = {str(file.relative_to(complete)): file.read_bytes() for file in (complete / "policies").rglob("*.yml")}
    replaced = {one.name: one.content for one in past_of(complete).replaced}
    said = files[_PUBLICATION].replace(b"Staff decline friend requests", b"Staff ignore friend requests")
    handbook, faults = source.read({**files, **replaced, _PUBLICATION: said})
    assert not faults
    return handbook


def _before(complete: Path, name: str) -> bytes:
    text = (complete / name).read_text(encoding="utf-8")
    for now, before in (("\nversion: 2026.1", "\nversion: 2025"), *_BEFORE[name]):
        assert text.count(now) == 1, now
        text = text.replace(now, before)
    return text.encode()
