"""A word that has its capital for being a name is told from one that has it for beginning a label."""

import datetime
from pathlib import Path

import pytest
from tests.linking.written import clause, linked, policy, section

from policywright import pipeline
from policywright.checks.check import Circumstances
from policywright.linking.names import begins_with_name, names
from policywright.model.form import Field, Form
from policywright.model.walk import descendants

KNOWN = names(
    linked(
        policy(section("one", clause("a", "Age counts. Post on X, and on Facebook, in Welsh. The Date is a date.")))
    ).handbook
)


@pytest.mark.parametrize("label", ["Facebook page", "X account name", "Welsh name", "UPN of the child", "A4 sheets"])
def test_a_name_keeps_its_capital(label: str) -> None:
    assert begins_with_name(label, KNOWN)


@pytest.mark.parametrize("label", ["Age", "Date of birth", "Name of the child", "A reason", "child's name", ""])
def test_a_word_that_only_begins_a_label_or_a_sentence_is_no_name(label: str) -> None:
    assert not begins_with_name(label, KNOWN)


def test_no_label_of_a_form_of_the_real_handbook_is_taken_for_a_name() -> None:
    handbook = pipeline.examine(Path(__file__).parents[2], Circumstances(datetime.date(2026, 11, 21))).linked.handbook
    known = names(handbook)
    labels = [node.label for form in handbook.of_kind(Form) for node in descendants(form) if isinstance(node, Field)]
    assert len(labels) > 200
    assert [label for label in labels if begins_with_name(label, known) and not label.endswith("?")] == []
    assert {"Facebook", "X", "YouTube", "Welsh"} <= known
    assert not {"Name", "Date", "Signature", "Telephone", "Subsection"} & known
