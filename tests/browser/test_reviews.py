"""Whether a review is overdue is worked out on the day of reading."""

import pytest
from tests.browser.conftest import Open

DUE_THEN = "[data-due='2099-09-01']"


@pytest.mark.parametrize("path", ["reviews.html", "schools/everything.html"])
@pytest.mark.parametrize(("today", "overdue"), [("2099-09-01T20:00:00Z", False), ("2099-09-02T01:00:00Z", True)])
def test_a_review_is_overdue_from_the_day_after(open_page: Open, path: str, today: str, *, overdue: bool) -> None:
    page = open_page(path)
    page.clock.set_fixed_time(today)
    page.reload()
    assert page.locator(DUE_THEN).is_visible() is overdue


def test_without_scripts_the_dates_speak_for_themselves(open_page: Open) -> None:
    page = open_page("reviews.html", scripts=False)
    assert page.get_by_role("heading", name="1 September 2099").is_visible()
    assert not page.locator(DUE_THEN).is_visible()
