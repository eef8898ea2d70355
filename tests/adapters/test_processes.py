import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial

import pytest

from policywright.adapters.processes import shared_out

# Whoever starts the tests may have told them to outlive their terminal, which those who work for them are told too.
WORK = """
import os, signal
signal.signal(signal.SIGHUP, signal.SIG_DFL)
from policywright.adapters.processes import pool
with pool(1) as workers:
    print(workers.submit(os.getpid).result(), flush=True)
    input()
"""


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_no_process_is_left_when_the_one_it_works_for_is_ended(ending: signal.Signals) -> None:
    command = (sys.executable, "-c", WORK)
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as boss:
        assert boss.stdout
        assert int(boss.stdout.readline()) != boss.pid
        boss.send_signal(ending)
        # The worker writes to the same place, which has an end only when both are gone.
        assert boss.stdout.read() == ""


SHARED_WORK = """
import os, signal
signal.signal(signal.SIGHUP, signal.SIG_DFL)
from policywright.adapters.processes import shared_out
def work():
    os.write(1, b"at work\\n")  # in one piece, or not at all
    while True:
        signal.pause()
shared_out([work, work])
"""


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_no_copy_of_a_process_is_left_when_it_is_ended(ending: signal.Signals) -> None:
    command = (sys.executable, "-c", SHARED_WORK)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as boss:
        assert boss.stdout
        assert boss.stdout.readline() == "at work\n"
        boss.send_signal(ending)
        # The copies write to the same place, which has an end only when all are gone.
        assert set(boss.stdout) <= {"at work\n"}


STOPPED_WORK = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from policywright.adapters.processes import shared_out
def work():
    print("at work", flush=True)
    while True:
        signal.pause()
try:
    shared_out([work, work])
except KeyboardInterrupt:
    print("stopped", flush=True)
"""


def test_nobody_waits_for_what_copies_are_at_when_they_are_stopped() -> None:
    command = (sys.executable, "-c", STOPPED_WORK)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as boss:
        assert boss.stdout
        assert boss.stdout.readline() == "at work\n"
        boss.send_signal(signal.SIGINT)
        assert boss.stdout.read().splitlines()[-1] == "stopped"
        assert boss.wait() == 0


@pytest.fixture(params=["one processor", "all processors"])
def on_processors(request: pytest.FixtureRequest) -> Iterator[None]:
    if request.param == "all processors" or not hasattr(os, "sched_setaffinity"):
        yield
        return
    all_of_them = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(all_of_them)})
    yield
    os.sched_setaffinity(0, all_of_them)


@pytest.mark.usefixtures("on_processors")
def test_what_is_shared_out_comes_back_in_its_order() -> None:
    assert shared_out([partial(pow, number, 2) for number in range(20)]) == [number**2 for number in range(20)]


@pytest.mark.usefixtures("on_processors")
def test_a_task_can_be_anything_that_the_process_knows() -> None:
    known = iter(["nothing that can be pickled"])
    assert shared_out([lambda: next(known, "taken"), lambda: "other"]) == ["nothing that can be pickled", "other"]


@pytest.mark.usefixtures("on_processors")
def test_a_task_that_fails_does_so_as_if_it_had_not_been_shared_out() -> None:
    empty: list[int] = []
    with pytest.raises(IndexError, match="pop from empty list"):
        shared_out([int, empty.pop])


def test_no_task_comes_to_nothing() -> None:
    assert shared_out([]) == []


def test_nothing_is_shared_out_while_another_thread_is_at_work() -> None:
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    assert shared_out([os.getpid, os.getpid]) == [os.getpid(), os.getpid()]
    over.set()
    thread.join()
