"""Pages on paper."""

from tests.browser.conftest import Open


def test_a_long_answer_is_printed_whole(open_page: Open) -> None:
    page = open_page("schools/consent.html")
    page.check("[name=website][value=yes]")
    page.fill("#limits_answer", "A word and another. " * 80)
    page.emulate_media(media="print")
    printed = page.locator("#limits > .mirror")
    assert printed.inner_text().count("another") == 80
    assert printed.evaluate("words => words.scrollHeight <= words.clientHeight + 1")


def test_the_frame_and_what_is_said_to_editors_stay_off_the_paper(open_page: Open) -> None:
    page = open_page("schools/everything.html")
    page.emulate_media(media="print")
    for what in (".frame-head", ".frame-nav", ".contents", ".about", ".tools"):
        assert not page.locator(what).first.is_visible(), what
    assert page.locator(".clause").last.is_visible()
