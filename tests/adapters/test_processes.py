import signal
import subprocess
import sys

import pytest

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
