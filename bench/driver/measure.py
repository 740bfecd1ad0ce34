"""The measurement itself; started by bench/run, which sees that everything is there."""

import argparse
import subprocess
import sys
from pathlib import Path

import kernels
import machine
import plan
import point
import solvers
import store
import table
import versions

GROUPS = "main width samples dimension scale late long rates kernels page".split()


def arguments():
    parser = argparse.ArgumentParser(prog="bench/run", description="Measures Flowproof and peers.")

    def option(name, metavar, text, **more):
        parser.add_argument(name, metavar=metavar, help=text, **more)

    parser.add_argument(
        "--quick", action="store_true", help="every part at tiny sizes; results go to bench/target"
    )
    parser.add_argument("--list", action="store_true", help="print what would be measured")
    option("--only", "GROUPS", "some of: " + ",".join(GROUPS), default="")
    option("--points", "TEXT", "only points with this in their name; --list shows them", default="")
    option("--methods", "NAMES", "some of: " + ",".join(plan.METHODS), default="")
    parser.add_argument(
        "--again", action="store_true", help="measure also what these sources gave on this machine"
    )
    option(
        "--time-out",
        "SECONDS",
        "CPU time of each run, ten times that for the structured integrator; a solver that needs"
        " more is timed on the horizon it reached (300; quick 2)",
        type=float,
    )
    option("--tight-limit", "SECONDS", "CPU time of each tight run (1800)", type=float, default=1800.0)
    option("--rounds", "COUNT", "runs of which the median is taken (3; quick 1)", type=int)
    option("--settings", "COUNT", "of each search at most (all; quick 1)", type=int)
    option("--heap", "SIZE", "of our integrators (8g)", default="8g")
    option("--late-heap", "SIZE", "of group 'late', whose memory is bounded (2g)", default="2g")
    words = parser.parse_args()
    words.only = tuple(w for w in words.only.split(",") if w)
    words.methods = tuple(w for w in words.methods.split(",") if w)
    choices = (("group", words.only, GROUPS), ("method", words.methods, plan.METHODS))
    for kind, given, known in choices:
        for name in given:
            if name not in known:
                parser.error(f"no {kind} '{name}'; expected some of {','.join(known)}")
    words.time_out = words.time_out or (2.0 if words.quick else 300.0)
    words.settings = words.settings or (1 if words.quick else None)
    words.rounds = words.rounds or (1 if words.quick else 3)
    return words


def main():
    words = arguments()
    bench = Path(__file__).resolve().parent.parent
    tools = solvers.Tools(bench, "/usr/bin/python3", "java", words.heap, words.late_heap)
    everything = plan.quick() if words.quick else plan.full()
    points = plan.chosen(everything, words.only, words.methods, words.points)
    if words.list:
        for current in points:
            print(current.name(), *current.methods)
        return 0
    results = bench / ("target/results" if words.quick else "results")
    page = bench / "target/performance.md" if words.quick else bench.parent / "docs/performance.md"
    work = bench / "target/data"
    for directory in (results, work):
        directory.mkdir(parents=True, exist_ok=True)

    def wanted(group):
        return not words.only or group in words.only

    if words.quick:
        for name in ("runs.csv", "progress.csv", "rates.csv", "kernels.csv"):
            (results / name).unlink(missing_ok=True)
    measured = [group for group in GROUPS if group != "page" and wanted(group)]
    with open(bench / "target/bench.log", "w", encoding="utf-8") as log:
        if measured:
            version = versions.Versions(tools)
            pairs = [{"what": what, "value": value} for what, value in machine.describe(tools)]
            table.write(results / "machine.csv", ["what", "value"], pairs)
            kept = store.Store(results, words.again, [one.name() for one in everything])
            if not (words.only or words.methods or words.points):
                kept.keep_points([current.name() for current in points])
        if wanted("rates"):
            kernels.rates(tools, work, results, log, version.kernels, words.again)
        for current in points:
            point.PointRun(tools, current, words, work, log, kept, version).measure()
        if wanted("kernels"):
            kernels.benchmarks(tools, results, log, words, version.kernels)
        reasons = bench / "reasons.yaml"
        writer = tools.java_main("page.WriteResults", "1g", results, reasons, page)
        written = subprocess.run(writer, stdin=subprocess.DEVNULL, check=False)
        if written.returncode == 0:
            figures = [tools.python, str(bench / "driver/figures.py"), str(results)]
            written = subprocess.run(figures, stdin=subprocess.DEVNULL, check=False)
    print(f"page: {page}\nlog: {bench / 'target/bench.log'}")
    return written.returncode


sys.exit(main())
