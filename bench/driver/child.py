"""Runs one solver as a child process and reads what it tells."""

import json
import os
import selectors
import signal
import subprocess
import time
from dataclasses import dataclass, field

import machine

# a solver ends itself when it has used its CPU seconds; one that has not after so many times as
# many seconds of wall clock, and so many more, is ended
SHARED = 4.0
GRACE = 60.0


@dataclass
class Outcome:
    status: str  # done, timeout, failed
    t: float = 0.0
    # of the integration, as the solver measures it: by the clock, and CPU
    seconds: float = 0.0
    solver_cpu: float = 0.0
    # of the whole process
    wall: float = 0.0
    cpu: float = 0.0
    # cores that others kept busy meanwhile
    others: float = 0.0
    memory: float = 0.0  # largest resident set, MiB
    evaluations: int = 0
    steps: int = 0
    events: int = 0
    detail: str = ""
    progress: list = field(default_factory=list)
    compared: tuple = ()
    rates: dict = field(default_factory=dict)


def run(command, time_out, environment, log):
    """One measurement; never raises for what the solver does. Its errors go to the open log."""
    log.write("\n$ " + " ".join(command) + "\n")
    log.flush()
    start = time.monotonic()
    busy = machine.busy()
    try:
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=log,
            stdin=subprocess.DEVNULL,
            env={**os.environ, **environment},
        )
    except OSError as problem:
        return Outcome("failed", detail=str(problem))
    lines, killed = read_lines(process, start + SHARED * time_out + GRACE)
    _, code, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(code)
    outcome = parse(lines)
    outcome.wall = time.monotonic() - start
    outcome.cpu = usage.ru_utime + usage.ru_stime
    outcome.others = max(0.0, (machine.busy() - busy - outcome.cpu) / outcome.wall)
    outcome.memory = usage.ru_maxrss / 1024
    if killed:
        outcome.status = "timeout"
        outcome.detail = "ended from outside"
    elif process.returncode != 0:
        outcome.status = "failed"
        outcome.detail = f"exit code {process.returncode}; see the log"
    return outcome


def read_lines(process, deadline):
    """All of standard output, and whether the deadline had to end the process."""
    chunks = []
    killed = False
    selector = selectors.DefaultSelector()
    selector.register(process.stdout, selectors.EVENT_READ)
    while True:
        if selector.select(timeout=1.0):
            chunk = os.read(process.stdout.fileno(), 65536)
            if not chunk:
                break
            chunks.append(chunk)
        if not killed and time.monotonic() > deadline:
            os.kill(process.pid, signal.SIGKILL)
            killed = True
    return b"".join(chunks).decode("utf-8", "replace").splitlines(), killed


def parse(lines):
    """From "progress t seconds cpu", "result {...}", "compared numbers" and "peak name rate" lines."""
    outcome = Outcome("failed", detail="no result line")
    for line in lines:
        word, _, rest = line.partition(" ")
        if word == "progress":
            outcome.progress.append(tuple(float(number) for number in rest.split()))
            outcome.t, outcome.seconds, outcome.solver_cpu = outcome.progress[-1]
        elif word == "compared":
            outcome.compared = tuple(float(number) for number in rest.split())
        elif word == "peak":
            name, rate = rest.split()
            outcome.rates[name] = float(rate)
        elif word == "result":
            told = json.loads(rest)
            outcome.solver_cpu = told["cpu"]
            for key in ("status", "t", "seconds", "evaluations", "steps", "events", "detail"):
                setattr(outcome, key, told.get(key, getattr(outcome, key)))
    return outcome
