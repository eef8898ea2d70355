from policywright.model.form import FIELD_TYPES
from policywright.model.handbook import DOCUMENT_KINDS
from policywright.render.keys import Thing, things


def thing(name: str) -> Thing:
    (found,) = (one for one in things() if one.name == name)
    return found


def test_every_kind_of_document_and_of_field_has_its_keys() -> None:
    names = [one.name for one in things()]

    assert len(names) == len(set(names))
    assert {kind.__name__ for kind in DOCUMENT_KINDS} <= set(names)
    assert sum(name.endswith(" field") for name in names) == len(FIELD_TYPES)


def test_a_key_tells_what_it_says_what_may_stand_there_and_whether_it_must_be_there() -> None:
    told = {key.name: (key.value, key.required) for key in thing("Clause").keys}

    assert told["id"] == ("text", True)
    assert told["duty"] == ("must or must-not or should or should-not or may", False)
    assert told["actors"] == ("a list: the identifier of a role", False)
    assert told["text"] == ("prose, of several paragraphs if need be", True)
    assert told["points"] == ("a list: point", False)


def test_yes_or_no_dates_numbers_and_names_are_told_in_words() -> None:
    assert {key.name: key.value for key in thing("Outcome").keys}["urgent"] == "yes or no"
    assert {key.name: key.value for key in thing("Policy").keys}["review-by"] == "a date, such as 2026-09-01"
    assert {key.name: key.value for key in thing("Text field").keys}["longest"] == "a whole number"
    assert {key.name: key.value for key in thing("Decision").keys}["questions"] == "names, each with question"


def test_every_key_is_explained() -> None:
    assert [(one.name, key.name) for one in things() for key in one.keys if not key.about] == []
