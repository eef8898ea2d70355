"""Those who lay out are let go at once when somebody stops the printing."""

import os
import signal
from concurrent.futures import Executor, Future

import pytest

from policywright.adapters.press import workers


def stop_what_has_no_end(begun: list[Future[object]]) -> None:
    with workers(2) as staff:
        begun.append(staff.submit(signal.pause))
        while not begun[0].running():
            pass
        raise KeyboardInterrupt


def test_nobody_waits_for_what_others_are_at_when_it_is_stopped() -> None:
    begun: list[Future[object]] = []
    with pytest.raises(KeyboardInterrupt):
        stop_what_has_no_end(begun)
    assert begun[0].done()


def stop_alone(staffs: list[Executor]) -> None:
    with workers(1) as staff:
        staffs.append(staff)
        assert staff.submit(os.getpid).result() == os.getpid()
        raise KeyboardInterrupt


def test_nothing_more_is_taken_up_when_it_is_stopped() -> None:
    staffs: list[Executor] = []
    with pytest.raises(KeyboardInterrupt):
        stop_alone(staffs)
    with pytest.raises(RuntimeError):
        staffs[0].submit(os.getpid)
