from tests.checks.told_by import PHONES, clauses, told_by

CHECK = "reading-age"
HEAVY = "Notwithstanding considerable organisational responsibilities, administrators anticipate communication. "


def test_a_document_of_long_words_and_sentences_is_told_at_its_title() -> None:
    assert told_by(CHECK, clauses(f"text: {HEAVY * 15}")) == [
        (
            "2:8 The reading age of policy “Mobile telephones” is 51; its sentences have 7 words on average. "
            "Aim at 14 or less: say one thing in a sentence, and take the everyday word."
        )
    ]


def test_plain_words_in_short_sentences_pass() -> None:
    assert told_by(CHECK, clauses(f"text: {'Ask the head first, and wait for the answer. ' * 20}")) == []


def test_a_few_words_are_not_judged() -> None:
    assert told_by(CHECK, clauses(f"text: {HEAVY * 14}")) == []


def test_what_was_withdrawn_is_not_judged() -> None:
    files = clauses(f"text: {HEAVY * 15}")
    assert told_by(CHECK, {PHONES: files[PHONES].replace("part: schools", "part: schools\nstatus: withdrawn")}) == []
