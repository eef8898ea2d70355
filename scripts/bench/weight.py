"""What a first visit to a page weighs: all that a browser with an empty cache fetches for it, compressed."""

from collections import Counter

from playwright.sync_api import Browser, Response

from bench.hosting import compressed

COUNTED = {"document": "HTML", "stylesheet": "CSS", "script": "JavaScript", "font": "fonts"}


def weigh(chromium: Browser, address: str) -> Counter[str]:
    """Return how many bytes of each kind come over the line."""
    context = chromium.new_context(service_workers="block")
    page = context.new_page()
    fetched: list[Response] = []
    page.on("response", lambda response: fetched.append(response))  # noqa: PLW0108  it marks what it is given
    page.goto(address, wait_until="networkidle")
    weights = Counter[str](dict.fromkeys(COUNTED.values(), 0))
    for response in fetched:
        if kind := COUNTED.get(response.request.resource_type):
            weights[kind] += len(compressed(response.body(), response.headers["content-type"]))
    context.close()
    return weights
