from tests.checks.over_minimal import found
from tests.checks.told_by import told_by

CHECK = "circular-checklist"


def checklist(name: str, items: dict[str, str], follows: str = "") -> dict[str, str]:
    """Return a checklist of items, each with the names that it comes after."""
    written = "".join(
        f"      - id: {item}\n        do: Do it.\n" + (f"        after: [{after}]\n" if after else "")
        for item, after in items.items()
    )
    head = f"checklist: {name}\ntitle: {name.title()}\npart: schools\n" + (f"follows: [{follows}]\n" if follows else "")
    return {f"policies/schools/{name}.yml": f"{head}steps:\n  - title: One\n    items:\n{written}"}


def test_a_circle_of_items_is_told_whole() -> None:
    files = checklist("one", {"first": "third", "second": "first", "third": "second"})
    assert told_by(CHECK, files) == [
        (
            "12:17 Each of these waits for the next, in a circle: first after third after second after first. "
            "Take first out here, or break the circle at another place."
        )
    ]
    (finding,) = (one for one in found(files) if one.name == CHECK)
    assert [related.location.line for related in finding.related] == [9, 15]


def test_an_item_after_itself_is_a_circle() -> None:
    assert len(told_by(CHECK, checklist("one", {"first": "first"}))) == 1


def test_an_item_may_wait_for_a_later_one_and_two_for_the_same() -> None:
    assert told_by(CHECK, checklist("one", {"first": "second, third", "second": "third", "third": ""})) == []


def test_a_circle_of_checklists_is_told() -> None:
    files = checklist("one", {"first": ""}, "two") | checklist("two", {"second": ""}, "one")
    assert told_by(CHECK, files) == [
        (
            "4:11 Each of these waits for the next, in a circle: one after two after one. "
            "Take one out here, or break the circle at another place."
        )
    ]


def test_items_of_two_checklists_have_nothing_to_do_with_each_other() -> None:
    files = checklist("one", {"first": "second", "second": ""}) | checklist("two", {"second": "first", "first": ""})
    assert told_by(CHECK, files) == []
