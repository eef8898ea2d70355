from __future__ import annotations

import pytest

from policywright.adapters.quotation_marks import curled

OPENING, CLOSING = "\N{LEFT SINGLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}"


def set_in_type(text: str) -> str:
    return curled(f"<body>{text}</body>").removeprefix("<body>").removesuffix("</body>")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("the school's own", f"the school{CLOSING}s own"),
        ("the schools' own", f"the schools{CLOSING} own"),
        ('Say "no" twice.', "Say “no” twice."),
        ('<p>"You" means staff</p>', "<p>“You” means staff</p>"),
        ("(&#34;friends&#34;)", "(“friends”)"),
        ("the <a href='#head'>head teacher</a>&#39;s", f"the <a href='#head'>head teacher</a>{CLOSING}s"),
        ("a 'friend'—'so called'", f"a {OPENING}friend{CLOSING}—{OPENING}so called{CLOSING}"),
        ('<em>"Never"</em>', "<em>“Never”</em>"),
    ],
)
def test_typed_marks_come_out_curled(typed: str, printed: str) -> None:
    assert set_in_type(typed) == printed


def test_tags_and_styles_keep_what_is_written_in_them() -> None:
    kept = """<p title="it's">a</p><svg><style>text { font: "Atkinson" }</style></svg>"""
    assert set_in_type(kept) == kept


def test_what_stands_outside_the_body_is_no_text() -> None:
    html = curled("<title>The school's own</title><body>it's</body>")
    assert html == f"<title>The school's own</title><body>it{CLOSING}s</body>"
