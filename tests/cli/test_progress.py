"""How far long work has come is told in a log too, and nothing where all is quickly done."""

import pytest

from policywright.cli.progress import lines


def test_a_line_is_written_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    seconds = 0
    tell = lines(lambda: seconds)
    for done in range(1, 26):
        seconds += 1
        tell(done, 25, "a-policy")
    assert capsys.readouterr().err == "10 of 25 PDFs are built.\n20 of 25 PDFs are built.\n"
