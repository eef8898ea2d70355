"""What people ask of the search, and what truly answers it, as `questions.yml` has it."""

from dataclasses import dataclass
from pathlib import Path

import yaml

QUESTIONS = Path(__file__).with_name("questions.yml")


@dataclass(frozen=True)
class Question:
    """A question as somebody types it; `part` and `role` say who that is, and are empty where anybody may ask.

    `answers` are addresses, such as `photographs#consent-first`. `is_kept_apart` says that words and ranking are tuned
    without a look at it.
    """

    ask: str
    answers: tuple[str, ...]
    part: str = ""
    role: str = ""
    is_kept_apart: bool = False


def questions() -> tuple[Question, ...]:
    """Return the questions in the order of the file."""
    written = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))
    return tuple(
        Question(
            each["ask"],
            tuple(each["answers"]),
            each.get("part", ""),
            each.get("role", ""),
            each.get("set") == "check",
        )
        for each in written
    )
