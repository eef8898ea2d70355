from policywright.diagnostics import Rule


class Shouting(Rule):
    """A title is written in capitals.

    Why it matters: capitals are slow to read.

    Refused:

        # policies/schools/one.yml
          policy: one
        > title: ONE

          # a remark
          part: schools
        # policies/schools/two.yml
        > title: TWO

    A word between.

    Accepted:

        # policies/schools/one.yml
          policy: one
    """

    name = "shouting"
    code = "Z01"


def test_each_example_of_a_page_has_its_files_with_their_texts() -> None:
    refused, accepted = Shouting.examples()
    assert refused.files == {
        "policies/schools/one.yml": "policy: one\ntitle: ONE\n\n# a remark\npart: schools\n",
        "policies/schools/two.yml": "title: TWO\n",
    }
    assert accepted.files == {"policies/schools/one.yml": "policy: one\n"}


def test_the_lines_marked_in_the_gutter_are_the_flagged_ones() -> None:
    refused, accepted = Shouting.examples()
    assert refused.refused
    assert refused.flagged == {("policies/schools/one.yml", 2), ("policies/schools/two.yml", 1)}
    assert not accepted.refused
    assert accepted.flagged == frozenset()
