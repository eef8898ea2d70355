"""Comparison of policies, topic by topic."""

from tests.linking.written import Written, clause, linked, policy, section

from policywright.linking import LinkedHandbook
from policywright.linking.gathering.comparison import Comparison, comparisons
from policywright.linking.gathering.differences import differences
from policywright.linking.gathering.excerpts import flat
from policywright.model.policy import Policy
from policywright.model.registers import Roles, Topics

TOPICS = Topics.model_validate(
    {
        "register": "topics",
        "entries": [
            {"id": "friends", "title": "Friend requests", "question": "A pupil asks to be my friend. What now?"},
            {"id": "pictures", "title": "Pictures", "question": "May I post a picture?"},
            {"id": "unasked", "title": "What nobody asks"},
        ],
    }
)
ROLES = Roles.model_validate(
    {
        "register": "roles",
        "entries": [{"id": "staff", "title": "staff"}, {"id": "head", "title": "head teacher"}],
    }
)
PARTS = [{"id": "schools", "title": "Schools"}, {"id": "trust", "title": "The Trust"}]


def about(topic: str, id: str, text: str = "Words.", *points: Written, **more: object) -> Written:  # noqa: A002
    return clause(id, text, *points, topics=[topic], **more)


def of(part: str, *clauses: Written, **more: object) -> Policy:
    return policy(section("one", *clauses), policy=f"policy-of-{part}", part=part, applies_to=["staff"], **more)


def handbook(*policies: Policy) -> LinkedHandbook:
    return linked(*policies, registers=(TOPICS, ROLES), parts=PARTS)


def compared(*policies: Policy) -> dict[str, Comparison]:
    return {comparison.topic.anchor: comparison for comparison in comparisons(handbook(*policies))}


def sentences(*policies: Policy) -> list[str]:
    found = handbook(*policies)
    return [difference.sentence for difference in differences(found, next(comparisons(found)))]


def identifiers(comparison: Comparison) -> list[list[str]]:
    return [[excerpt.target.anchor for excerpt in side.excerpts] for side in comparison.sides]


def test_topics_with_a_question_are_compared() -> None:
    assert list(compared(of("schools"))) == ["friends", "pictures"]


def test_each_side_tells_its_clauses_on_the_topic_and_no_others() -> None:
    found = compared(of("schools", about("friends", "decline"), about("pictures", "ask"), clause("other")), of("trust"))
    assert identifiers(found["friends"]) == [["decline"], []]
    assert [side.part.title for side in found["friends"].silent] == ["The Trust"]


def test_a_part_without_policies_is_no_side() -> None:
    assert [side.part.title for side in compared(of("trust"))["friends"].sides] == ["The Trust"]


def test_a_point_goes_with_its_clause_unless_it_names_topics_of_its_own() -> None:
    points = (clause("a"), about("pictures", "b"))
    found = compared(of("schools", about("friends", "stem", "You must:", *points)))
    assert identifiers(found["friends"]) == [["stem", "a"]]
    assert identifiers(found["pictures"]) == [["b"]]


def test_the_beginning_of_a_sentence_leads_up_to_a_point_without_counting_itself() -> None:
    (ruling,) = (
        compared(of("schools", clause("stem", "You must:", about("friends", "a"), clause("b"))))["friends"]
        .ruling[0]
        .rulings
    )
    (stem,) = ruling.excerpts
    assert (stem.matters, [point.target.anchor for point in stem.points]) == (False, ["a"])
    assert [excerpt.target.anchor for excerpt in flat(ruling.excerpts)] == ["a"]


def test_a_beginning_without_a_duty_of_its_own_says_what_its_points_say() -> None:
    never, always = clause("a", duty="must-not"), clause("b")
    stem = about("friends", "stem", "Staff in particular:", never, always, duty="must")
    assert identifiers(compared(of("schools", stem))["friends"]) == [["stem", "a", "b"]]
    bare = about("friends", "stem", "Staff in particular:", never, duty="must")
    found = compared(of("schools", bare))["friends"]
    assert identifiers(found) == [["a"]]
    assert [excerpt.duty for excerpt in found.sides[0].rulings[0].excerpts] == [None]


def test_a_whole_sentence_does_not_lead_up_to_its_points() -> None:
    found = compared(of("schools", clause("whole", "This is all.", about("friends", "a"))))
    assert [excerpt.target.anchor for excerpt in found["friends"].sides[0].rulings[0].excerpts] == ["a"]


def test_what_is_withdrawn_is_not_compared() -> None:
    found = compared(
        of("schools", about("friends", "old", status="withdrawn")),
        of("trust", about("friends", "new"), status="withdrawn"),
    )
    assert [(side.part.title, side.excerpts) for side in found["friends"].sides] == [("Schools", ())]


def test_a_policy_may_say_openly_that_it_has_no_rule() -> None:
    silence = {"topic": "friends", "note": "Ask the head teacher."}
    (side,) = compared(of("schools", silent_on=[silence]))["friends"].sides
    assert [ruling.silence.note for ruling in side.openly_silent if ruling.silence] == ["Ask the head teacher."]


def test_how_binding_a_rule_is_may_differ() -> None:
    must, should = about("friends", "a", duty="must"), about("friends", "a", duty="should")
    assert sentences(of("schools", must), of("trust", should)) == [
        "It is binding in Schools; only advice in The Trust."
    ]
    assert sentences(of("schools", must), of("trust", about("friends", "a", duty="must-not"))) == [
        "It is binding everywhere, but the duties are not the same."
    ]
    assert sentences(of("schools", must), of("trust")) == ["It is binding in Schools; there is no rule in The Trust."]
    assert sentences(of("schools", must), of("trust", must)) == []


def test_ages_may_differ_by_field_or_by_words() -> None:
    age = about("friends", "a", age={"below": 16, "what": "who needs a parent"})
    assert sentences(of("schools", age), of("trust", about("friends", "a", "Pupils under 18 ask."))) == [
        "Different ages are given."
    ]
    assert sentences(of("schools", age), of("trust", about("friends", "a", "Pupils under 16 ask."))) == []
    assert sentences(of("schools", age), of("trust", about("friends", "a"))) == [
        "An age is given in Schools, but not in The Trust."
    ]


def test_times_may_differ_by_deadline_or_by_words() -> None:
    within = {"deadline": {"within": "72 hours", "of": "the leak"}}
    deadline = about("friends", "a", "Tell us in 72 hours, and again after 3 months.", **within)
    found = handbook(of("schools", deadline), of("trust", about("friends", "a")))
    (difference,) = differences(found, next(comparisons(found)))
    assert difference.sentence == "A time is given in Schools, but not in The Trust."
    assert [said.words for said in difference.sides[0][1]] == ["72 hours after the leak", "3 months"]


def test_times_for_keeping_things_and_numbers_may_differ() -> None:
    kept = about("friends", "a", retention={"keep": "one year", "of": "the form", "because": "the law"})
    counted = about("friends", "a", "At least two people agree.")
    assert sentences(of("schools", kept), of("trust", counted)) == [
        "A time for keeping something is given in Schools, but not in The Trust.",
        "A number is given in The Trust, but not in Schools.",
    ]


def test_who_acts_may_differ_beside_everyone_whom_the_policy_binds() -> None:
    head = about("friends", "a", duty="must", actors=["head"])
    found = handbook(of("schools", head), of("trust", about("friends", "a", duty="must")))
    (difference,) = differences(found, next(comparisons(found)))
    assert difference.sentence == "A particular role is named in Schools, but not in The Trust."
    assert [(side.part.title, [said.words for said in told]) for side, told in difference.sides] == [
        ("Schools", ["head teacher"]),
        ("The Trust", []),
    ]


def test_what_only_one_of_several_sides_gives_is_said_without_naming_the_others() -> None:
    found = linked(
        of("schools", about("friends", "a", "Pupils under 16 ask.")),
        *(of(part, about("friends", "a")) for part in ("trust", "council")),
        registers=(TOPICS, ROLES),
        parts=[*PARTS, {"id": "council", "title": "The Council"}],
    )
    (difference,) = differences(found, next(comparisons(found)))
    assert difference.sentence == "An age is given only in Schools."


def test_sides_that_say_the_same_stand_together_and_those_that_say_nothing_last() -> None:
    must, may = about("friends", "a", duty="must"), about("friends", "a", duty="may")
    found = linked(
        of("council"),
        *(of(part, rule) for part, rule in (("schools", must), ("trust", may), ("college", must))),
        registers=(TOPICS, ROLES),
        parts=[{"id": "council", "title": "Council"}, *PARTS, {"id": "college", "title": "College"}],
    )
    (difference,) = differences(found, next(comparisons(found)))
    assert {words: [side.part.title for side, _ in told] for words, told in difference.alike.items()} == {
        ("must",): ["Schools", "College"],
        ("may",): ["The Trust"],
        (): ["Council"],
    }
    assert list(difference.alike)[-1] == ()


def test_a_point_that_says_what_its_clause_says_is_not_told_again() -> None:
    points = (clause("a"), clause("b", duty="may"))
    stem = about("friends", "stem", "You must:", *points, duty="must")
    found = handbook(of("schools", stem), of("trust"))
    (difference,) = differences(found, next(comparisons(found)))
    assert [(said.words, [target.anchor for target in said.by]) for said in difference.sides[0][1]] == [
        ("must", ["stem"]),
        ("may", ["b"]),
    ]
