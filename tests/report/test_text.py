from policywright.diagnostics import Diagnostic, Location, Related, Severity
from policywright.model.node import SourceText
from policywright.report.findings import Findings
from policywright.report.text import LONGEST_EXCERPT, text


def told(line: str, start: int, end: int, **more: object) -> list[str]:
    source = SourceText("policies/x.yml", f"first\n{line}\nlast\n")
    offset = len("first\n")
    location = source.locate(offset + start, offset + end)
    diagnostic = Diagnostic("some-check", "Z01", Severity.ERROR, "It is wrong.", location, **more)  # type: ignore[arg-type]
    return text(Findings((diagnostic,), {source.file: source})).splitlines()


def test_a_diagnostic_names_its_place_its_words_and_its_mend() -> None:
    lines = told("text: See [[#x]].", 10, 16, help="Write [[#y]].")

    assert lines == [
        "policies/x.yml:2:11: error: It is wrong. [some-check]",
        "    2 | text: See [[#x]].",
        "                  ^^^^^^",
        "  Mend it: Write [[#y]].",
        "",
        "Found 1 error in 1 file.",
    ]


def test_the_carets_stand_below_wide_and_combining_letters() -> None:
    lines = told("a: 学校 cafe\u0301 [[x]]", 12, 17)

    assert lines[2].index("^") == len("    2 | ") + len("a: ") + 4 + len(" cafe ")


def test_a_long_line_is_shown_around_the_fault() -> None:
    lines = told("x" * 500 + "[[y]]" + "x" * 500, 500, 505)

    excerpt, carets = lines[1], lines[2]
    assert len(excerpt) <= LONGEST_EXCERPT + len("    2 | ")
    assert excerpt[carets.index("^") :][:5] == "[[y]]"


def test_what_would_command_the_terminal_is_shown_as_a_mark() -> None:
    lines = told("a: \x1b[31mred", 3, 5)

    assert "\x1b" not in "".join(lines)


def test_what_is_to_be_added_keeps_its_lines() -> None:
    lines = told("paths:", 0, 5, help="Add:\n  - threat -> police\n  - unsure -> \x1b")

    assert lines[3:6] == ["  Mend it: Add:", "  - threat -> police", "  - unsure -> \N{REPLACEMENT CHARACTER}"]


def test_a_related_place_is_told() -> None:
    other = Related("It is said first here.", Location("policies/y.yml", 3, 4))

    assert "  policies/y.yml:3:4: It is said first here." in told("a: b", 3, 4, related=(other,))


def test_a_fault_that_goes_on_over_lines_is_underlined_to_the_end_of_its_first() -> None:
    source = SourceText("x.yml", "a: |\n  one\n  two\n")
    location = source.locate(7, 16)
    lines = text(Findings((Diagnostic("n", "Z", Severity.NOTE, "m", location),), {"x.yml": source})).splitlines()

    assert lines[2].count("^") == len("one")


def test_nothing_found_is_said() -> None:
    assert text(Findings((), {})) == "No problems found."
