import datetime
from typing import Any

from tests.linking.written import clause, glossary, linked, policy, roles, section

from policywright.linking import LinkedHandbook, link, plain_text
from policywright.linking.adopting import adopted
from policywright.model.adopter import Adopter
from policywright.model.document import Document
from policywright.model.handbook import Handbook
from policywright.model.publication import Source
from policywright.model.registers import Register, Reviews, Roles

VARIABLES = [{"id": "school", "about": "The school", "default": "the school"}]
QUIET = clause("quiet", "Be quiet in {{school}}.", clause("hall", "in the hall"), clause("yard", "in the yard"))
MODEL = policy(
    section("noise", QUIET | {"duty": "must", "actors": ["staff"]}, clause("sing", "Sing.")),
    section("pace", clause("walk", "Walk.")),
    status="model",
)


def _adopter(**more: object) -> Adopter:
    given = {"adopter": "hill", "name": "Hill School", "takes": [{"policy": "conduct"}], "approved": "2026-10-01"}
    return Adopter.model_validate(given | more)


def _linked(*documents: Document, registers: tuple[Register, ...] = (), **adopter: object) -> LinkedHandbook:
    model = linked(*documents or (MODEL,), registers=registers or (roles("staff"),), variables=VARIABLES)
    handbook = Handbook(model.handbook.settings, documents or (MODEL,), model.handbook.registers)
    return link(Handbook(handbook.settings, handbook.documents, handbook.registers, adopters=(_adopter(**adopter),)))


def _edition(*documents: Document, registers: tuple[Register, ...] = (), **adopter: object) -> LinkedHandbook:
    model = _linked(*documents, registers=registers, **adopter)
    return link(adopted(model, model.handbook.adopters[0]))


def _text(edition: LinkedHandbook, address: str) -> str:
    return str(getattr(edition.targets[address].node, "text", ""))


def _amend(clause: str, **words: object) -> dict[str, Any]:
    return {"clause": clause, "because": "Agreed.", **words}


def test_the_edition_is_the_adopters_own_and_in_force_once_it_agreed() -> None:
    edition = _edition(variables={"school": "Hill School"}).handbook
    assert (edition.settings.handbook, edition.settings.title) == ("hill", "Test: Hill School")
    assert edition.settings.publisher == "Hill School"
    assert (edition.documents[0].status, edition.documents[0].approved) == ("in-force", datetime.date(2026, 10, 1))
    assert plain_text(edition).of("{{school}}") == "Hill School"


def test_what_the_models_editors_compared_with_its_rules_is_not_the_adopters_business() -> None:
    kinds = {
        type(register)
        for register in _edition(registers=(roles("staff"), Reviews(register_="reviews"))).handbook.registers
    }
    assert kinds == {Roles}


def test_an_edition_that_nobody_agreed_to_is_a_draft() -> None:
    assert _edition(approved=None).handbook.documents[0].status == "draft"


def test_a_variable_without_the_adopters_words_stays_without_words() -> None:
    assert [use.value for use in _edition().variables] == [None]


def test_what_an_amendment_gives_takes_the_place_of_the_model_and_the_rest_stays() -> None:
    edition = _edition(amend=[_amend("conduct#quiet", text="Hush.", duty="should")])
    quiet = edition.targets["conduct#quiet"]
    assert (_text(edition, "conduct#quiet"), quiet.duty, quiet.actors) == ("Hush.", "should", ("staff",))
    assert _text(edition, "conduct#hall") == "in the hall"


def test_a_point_can_be_amended_and_all_points_replaced() -> None:
    amend = [_amend("conduct#yard", text="on the lawn"), _amend("conduct#walk", points=[clause("slow", "slowly")])]
    edition = _edition(amend=amend)
    assert _text(edition, "conduct#yard") == "on the lawn"
    assert edition.targets["conduct#slow"].number == "2.1(a)"


def test_an_amendment_holds_where_the_model_was_withdrawn() -> None:
    old = policy(
        section("noise", clause("quiet", "Be quiet.", status="withdrawn", replaced_by="#sing")), status="model"
    )
    edition = _edition(old, amend=[_amend("conduct#quiet", text="Hush.")])
    assert not edition.targets["conduct#quiet"].withdrawn


def test_an_amendment_that_was_set_aside_has_no_effect() -> None:
    edition = _edition(amend=[_amend("conduct#sing", text="Hum.", set_aside="2026.1")])
    assert _text(edition, "conduct#sing") == "Sing."


def test_local_clauses_bear_letters_so_that_every_number_of_the_model_stays() -> None:
    later = {"after": "conduct#quiet", "because": "Agreed.", "clauses": [clause("a"), clause("b")]}
    leave = [{"provision": "conduct#sing", "because": "No."}]
    edition = _edition(add=[later], leave_out=leave, left_out_is="unmentioned")
    numbers = {target.anchor: target.number for target in edition.targets.values() if target.document and target.number}
    assert numbers == {
        "noise": "1", "quiet": "1.1", "hall": "1.1(a)", "yard": "1.1(b)", "a": "1.1A", "b": "1.1B", "pace": "2",
        "walk": "2.1",
    }  # fmt: skip


def test_what_is_left_out_binds_nobody_and_is_still_there_to_be_cited() -> None:
    edition = _edition(leave_out=[{"provision": "conduct#quiet", "because": "We are loud."}])
    quiet = edition.targets["conduct#quiet"]
    assert (_text(edition, "conduct#quiet"), quiet.duty, quiet.withdrawn, quiet.number) == (
        "Left out by Hill School.",
        None,
        True,
        "1.1",
    )
    assert "conduct#hall" not in edition.targets


def test_a_section_is_left_out_with_all_that_stands_in_it() -> None:
    leave = [{"provision": "conduct#noise", "because": "No."}]
    noted, unmentioned = _edition(leave_out=leave), _edition(leave_out=leave, left_out_is="unmentioned")
    assert "conduct#noise" in noted.targets
    assert "conduct#noise" not in unmentioned.targets
    assert "conduct#quiet" not in {**noted.targets, **unmentioned.targets}
    assert unmentioned.targets["conduct#walk"].number == "2.1"


def test_the_edition_knows_which_local_change_made_what() -> None:
    edition = _edition(
        amend=[_amend("conduct#sing", text="Hum.")],
        add=[{"after": "conduct#sing", "because": "Agreed.", "clauses": [clause("a")]}],
        leave_out=[{"provision": "conduct#walk", "because": "No."}],
    )
    adoption = edition.handbook.adoption
    assert adoption is not None
    made = {target.anchor: adoption.change_of(target.node) for target in edition.targets.values() if target.anchor}
    assert {anchor: type(change).__name__ for anchor, change in made.items() if change} == {
        "sing": "Amendment", "a": "Addition", "walk": "LeftOut",
    }  # fmt: skip


def test_notes_to_adopters_and_editors_drop_out() -> None:
    noted = policy(
        section("noise", clause("quiet", adopter_note="Name the hall.", editors_note="Was 3.")),
        status="model",
        adopter_note="A model.",
    )
    edition = _edition(noted)
    nodes = (edition.handbook.documents[0], edition.targets["conduct#quiet"].node)
    assert [(node.adopter_note, node.editors_note) for node in nodes] == [(None, None)] * 2  # type: ignore[attr-defined]


def test_what_a_policy_leads_to_comes_along_and_nothing_else_does() -> None:
    first = policy(section("one", clause("a", "See [[forms]] and the [[term:bell]].")), status="model")
    forms = policy(section("two", clause("b", actors=["staff"])), policy="forms", status="in-force")
    other = policy(section("three", clause("c", actors=["pupils"])), policy="other")
    terms = glossary({"id": "bell", "term": "bell"}, {"id": "whistle", "term": "whistle"})
    edition = _edition(first, forms, other, registers=(roles("staff", "pupils"), terms))
    assert {document.id for document in edition.handbook.documents} == {"conduct", "forms"}
    assert {address for address in edition.targets if ":" in address} == {"part:schools", "role:staff", "term:bell"}


def test_a_document_that_would_come_along_can_be_left_out() -> None:
    first = policy(section("one", clause("a", "See [[forms]].")), status="model")
    forms = policy(section("two", clause("b")), policy="forms")
    edition = _edition(first, forms, leave_out=[{"provision": "forms", "because": "We have our own."}])
    assert [document.id for document in edition.handbook.documents] == ["conduct"]


def test_only_those_provisions_of_publications_are_kept_that_are_restated() -> None:
    says = [{"id": one, "locator": one, "says": "It."} for one in ("1", "2")]
    code = {
        "source": "code",
        "title": "Code",
        "publisher": "Council",
        "documents": [{"id": "d", "title": "D", "provisions": says}],
    }
    restating = policy(section("one", clause("a", from_=["code#d/1"])), status="model")
    model = _linked(restating)
    handbook = Handbook(
        model.handbook.settings, (restating,), sources=(Source.model_validate(code),), adopters=model.handbook.adopters
    )
    edition = adopted(link(handbook), model.handbook.adopters[0])
    assert [one.id for one in edition.sources[0].documents[0].provisions] == ["1"]


def test_a_first_day_sheet_has_no_rule_that_is_left_out() -> None:
    day_one = {"for": "visitors", "rules": ["conduct#quiet", "conduct#walk", "other#c"]}
    parts = [{"id": "schools", "title": "Schools", "day-one": day_one}, {"id": "councils", "title": "Councils"}]
    adopter = _adopter(leave_out=[{"provision": "conduct#walk", "because": "No."}])
    other = policy(section("three", clause("c")), policy="other", part="councils")
    settings = linked(MODEL, parts=parts).handbook.settings
    edition = adopted(link(Handbook(settings, (MODEL, other), adopters=(adopter,))), adopter)
    assert [part.id for part in edition.settings.parts] == ["schools"]
    sheet = edition.settings.parts[0].day_one
    assert sheet is not None
    assert sheet.rules == ("conduct#quiet",)
