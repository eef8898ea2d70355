from tests.checks.over_minimal import found
from tests.checks.told_by import clauses, told_by

CHECK = "source-not-covered"
SOURCE = {
    "policies/sources/circular.yml": """\
source: circular
title: Circular on telephones
publisher: A council
documents:
  - id: main
    title: Circular on telephones
    provisions:
      - id: 1.1-lessons
        locator: "1.1"
        says: No telephones in lessons.
      - id: 1.2-breaks
        locator: "1.2"
        says: Telephones are allowed in breaks.
"""
}


def restating(*sources: str) -> dict[str, str]:
    return clauses(*(f"text: The school opens at eight.\nfrom: [{source}]" for source in sources))


def test_each_provision_that_nothing_restates_is_told_in_the_register() -> None:
    assert told_by(CHECK, SOURCE | restating("circular#main/1.1-lessons")) == [
        (
            "11:13 Nothing restates “1.2”: Telephones are allowed in breaks. "
            "Add from: [circular#main/1.2-breaks] to the clause that says it, "
            "or set-aside: with the reason why none does."
        )
    ]


def test_a_mistyped_source_is_told_where_it_is_mistyped_and_not_here_too() -> None:
    files = SOURCE | restating("circular#main/1.1-lessons", "circular#main/1.2-brakes")
    assert told_by(CHECK, files) == []
    assert [one.location.file for one in found(files) if one.name == "dangling-reference"] == [
        "policies/schools/phones.yml"
    ]


def test_what_a_file_that_cannot_be_read_names_is_not_told_as_missing() -> None:
    broken = {"policies/schools/broken.yml": "policy: broken\ntitle: [\nfrom: [circular#main/1.1-lessons]\n"}
    assert [line[:4] for line in told_by(CHECK, SOURCE)] == ["8:13", "11:1"]
    assert [line[:4] for line in told_by(CHECK, SOURCE | broken)] == ["11:1"]


def test_what_is_set_aside_needs_no_clause_and_may_have_none() -> None:
    aside = {name: text.replace("breaks.\n", "breaks.\n        set-aside: Old.\n") for name, text in SOURCE.items()}
    lessons = "circular#main/1.1-lessons"
    assert told_by(CHECK, aside | restating(lessons)) == []
    assert told_by("covered-and-set-aside", aside | restating(lessons)) == []
    assert told_by("covered-and-set-aside", aside | restating(lessons, "circular#main/1.2-breaks")) == [
        "14:20 “1.2” is set aside, but restated all the same. Take the line set-aside: out, or the from: that names it."
    ]
