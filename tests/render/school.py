"""A small handbook with a document of each kind, for the tests of print."""

from __future__ import annotations

from policywright import linking, source
from policywright.linking import LinkedHandbook
from policywright.render.page import PrintDocument
from policywright.render.print import documents

SETTINGS = """
handbook: school
title: Handbook of {{school}}
publisher: Example Council
parts:
  - {id: schools, title: Schools}
variables:
  - {id: school, about: The name of the school, default: Example School}
print: {paper: A4, uncontrolled: yes}
"""
ROLES = """
register: roles
entries:
  - {id: staff, title: staff}
  - {id: head, title: the head teacher, summary: Leads the school.}
"""
GLOSSARY = """
register: glossary
entries:
  - {id: post, term: post, definition: Words or a picture put online.}
  - {id: account, term: account, definition: Where a person posts.}
"""
STAFF = """
policy: staff
title: Staff policy
short-title: Staff
part: schools
status: model
version: 2026.1
approved: 2026-09-01
review-by: 2027-09-01
owner: head
applies-to: [staff]
editors-note: The publication says otherwise.
sections:
  - id: requests
    title: Friend requests
    clauses:
      - id: decline
        duty: must
        actors: [staff]
        text: Staff must decline each request, unless the pupil is family ([[#family]]).
        adopter-note: Name the school's own account.
        editors-note: Two clauses of the publication are one here.
      - id: family
        text: Tell the head teacher, as [[parents#kind]] says.
        actors: [head]
annexes:
  - {id: record, title: Record, document: record}
"""
PARENTS = """
policy: parents
title: Code for parents
kind: code-of-conduct
part: schools
sections:
  - id: being-kind
    title: Being kind
    clauses:
      - {id: kind, text: Be kind in each post.}
"""
RECORD = """
form: record
title: Incident record
part: schools
keep: {where: the office, until: the pupil leaves}
sections:
  - title: What happened
    fields:
      - {id: what, label: Tell us, type: long-text, lines: 3}
      - {id: seen, label: Who saw it, type: pick-many, options: [Staff, Pupils]}
"""
LETTER = """
letter: remove
title: Ask to remove a post
part: schools
when: [{decision: abuse, outcome: talk}]
blanks:
  - {id: parent, label: Name of the parent}
  - {id: why, label: What is wrong, lines: 3}
  - {id: site, label: Where it is, pick: [Facebook, X]}
body:
  - text: Dear {{parent}}
  - {text: "It says: {{why}}", adopter-note: Be polite.}
  - {text: Please remove it., show-if: {blank: site, is: X}}
clauses: ["staff#decline"]
"""
DECISION = """
decision: abuse
title: Somebody has posted about you
part: schools
start: danger
questions:
  danger:
    ask: Is anybody in danger?
    clauses: ["staff#decline"]
    answers:
      - {id: ok, say: "Yes", go: police}
      - {id: no-danger, say: "No", go: known}
      - {id: unsure, say: I am not sure, go: police}
  known:
    ask: Do you know who posted it?
    always-known: You see a name or you do not.
    answers:
      - {id: known, say: "Yes", go: talk}
      - {id: unknown, say: "No", go: talk}
outcomes:
  police:
    title: Ring the police
    urgent: yes
    do: [{act: Ring 999, by: head, when: now}]
    clauses: ["staff#decline"]
  talk:
    title: Talk first
    use: [remove]
    clauses: ["parents#kind"]
"""
CHECKLIST = """
checklist: open
title: Open an account
part: schools
steps:
  - title: Before
    items:
      - {id: ask, do: Ask the head teacher, by: staff, evidence: record}
sign-off: {by: head}
"""
FILES = {
    "handbook.yml": SETTINGS,
    "registers/roles.yml": ROLES,
    "registers/glossary.yml": GLOSSARY,
    "schools/parents.yml": PARENTS,
    "schools/staff.yml": STAFF,
    "schools/forms/record.yml": RECORD,
    "schools/letters/remove.yml": LETTER,
    "schools/decisions/abuse.yml": DECISION,
    "schools/checklists/open.yml": CHECKLIST,
}


def linked(**changed: str) -> LinkedHandbook:
    """Return the handbook above, with the files of the given names written otherwise."""
    files = {f"policies/{name}": changed.get(name.split("/")[-1][:-4], text) for name, text in FILES.items()}
    handbook, faults = source.read({name: text.lstrip().encode() for name, text in files.items()})
    assert not faults
    return linking.link(handbook)


def printed(**changed: str) -> dict[str, PrintDocument]:
    """Return what is printed of it, by name."""
    return {document.name: document for document in documents(linked(**changed))}
