"""Command lines of the solvers."""

import re
from dataclasses import dataclass
from pathlib import Path

import plan


@dataclass(frozen=True)
class Tools:
    """Where things are, and with how much they may run."""

    bench: Path
    python: str
    java: str
    heap: str
    late_heap: str

    def class_path(self):
        project = self.bench.parent / "target"
        own = self.bench / "java" / "target"
        return f"{own / 'classes'}:{project / 'flowproof.jar'}:{project / 'lib'}/*:{own / 'lib'}/*"

    def java_main(self, name, heap, *words):
        start = [self.java, f"-Xmx{heap}", *self.tuning(), "-cp", self.class_path()]
        return start + [f"org.flowproof.bench.{name}"] + [str(word) for word in words]

    def tuning(self):
        """The options with which the launcher starts every run."""
        launcher = (self.bench.parent / "flowproof").read_text(encoding="utf-8")
        return ["-XX:+UseSerialGC", *re.search('^tuning="(.*)"$', launcher, re.M).group(1).split()]


# one thread of linear algebra for every peer; only structured-2 has two
ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def command(tools, point, method, setting, folder, state, time_out, end):
    """The command of one run to a time; the time-out is in CPU seconds."""
    if method in ("rk45", "dop853"):
        words = [tools.python, tools.bench / "peers/scipy_peer.py", method, folder]
        words += ["--end", end, "--relative", plan.TOLERANCE, "--absolute", setting]
        return [str(word) for word in words + ["--time-out", time_out, "--state", state]]
    if method == "descent":
        words = [tools.python, tools.bench / "peers/torch_descent.py", method, folder]
        words += ["--end", end, "--step", setting, "--time-out", time_out]
        return [str(word) for word in words + ["--state", state]]
    if method in ("erk5", "erk8", "cvode-bdf"):
        words = [tools.bench / "target/sundials_peer", method, folder, point.n, point.m, point.d]
        words += [end, plan.TOLERANCE, setting, time_out, state]
        return [str(word) for word in words]
    name, _, threads = method.partition("-")
    heap = tools.late_heap if point.group == "late" else tools.heap
    return ours(
        tools, heap, name, threads or 1, folder, plan.TOLERANCE, time_out, [(end, state)]
    )


def ours(tools, heap, name, threads, folder, tolerance, time_out, states):
    """One of our integrators, to the last of some times; writes the state at each."""
    words = [name, threads, folder, tolerance, time_out * int(threads)]
    return tools.java_main("RunIntegrator", heap, *words, *(f"{t!r}={file}" for t, file in states))
