"""Measures one point: finds each solver's setting, then repeats the chosen runs in turn."""

import child
import plan
import solvers
import table

# a run slower than this is not repeated
REPEATED_BELOW = 60.0
TIGHT = 1e-11
PROGRESS_LINES = 200


class PointRun:
    def __init__(self, tools, point, options, work, log, tight_method):
        self.tools, self.point, self.options, self.log = tools, point, options, log
        self.folder = work / point.name()
        self.tight_method = tight_method
        self.rows, self.progress = [], []

    def measure(self):
        point = self.point
        words = (self.folder, point.n, point.m, point.d, point.scale, point.seed)
        written = child.run(self.tools.java_main("WriteData", "2g", *words), 600, {}, self.log)
        # it prints no result line, so only its exit code counts
        if written.detail != "no result line":
            raise SystemExit(f"no data for {point.name()}: {written.detail}")
        right = self.tight(point.end)
        self.first_round(right)
        picked = {method: self.pick(method) for method in point.methods}
        for row in picked.values():
            row["chosen"] = "yes"
        self.partial_errors([r for r in picked.values() if r["status"] == "timeout"])
        for number in range(1, self.options.rounds):
            for method, first in picked.items():
                if first["status"] == "done" and first["seconds"] < REPEATED_BELOW:
                    row = self.run(method, first["setting"], number)
                    row["chosen"] = "yes"
        return self.rows, self.progress

    def first_round(self, right):
        """Every solver in turn, cheapest setting first, until it agrees or runs out of time."""
        most = self.options.settings
        waiting = {method: list(plan.SETTINGS[method][:most]) for method in self.point.methods}
        while waiting:
            for method in list(waiting):
                row = self.run(method, waiting[method].pop(0), 0)
                if row["status"] == "done" and right:
                    self.compare(row, right)
                agrees = row.get("loss_error") is not None and row["loss_error"] <= plan.AGREEMENT
                if agrees or row["status"] != "done" or not waiting[method]:
                    del waiting[method]

    def pick(self, method):
        """The run that agrees; else the one that ran out of time on the way to agreement; else the
        closest; else the one that failed."""
        rows = [r for r in self.rows if r["method"] == method]
        if rows[-1]["status"] == "timeout":
            return rows[-1]
        finished = [r for r in rows if r.get("loss_error") is not None]
        if not finished:
            return rows[-1]
        return min(finished, key=lambda r: r["loss_error"])

    def run(self, method, setting, number):
        point = self.point
        state = self.folder / f"{method}-{setting}.npy"
        command = solvers.command(
            self.tools,
            point,
            method,
            setting,
            self.folder,
            state,
            self.options.time_out,
            plan.TOLERANCE,
        )
        outcome = child.run(command, self.options.time_out, solvers.ENVIRONMENT, self.log)
        row = self.row(method, setting, number, outcome)
        self.rows.append(row)
        stride = max(1, len(outcome.progress) // PROGRESS_LINES)
        kept = outcome.progress[::stride] + [(outcome.t, outcome.seconds)]
        if method in plan.OURS:
            for t, seconds in kept:
                self.progress.append({**row, "t": t, "seconds": seconds})
        print(
            f"{point.name()} {method} {'' if setting is None else setting} round {number}:"
            f" {outcome.status} t={outcome.t:g} {outcome.seconds:.3f} s {outcome.detail}",
            flush=True,
        )
        return row

    def row(self, method, setting, number, outcome):
        p = self.point
        row = {"group": p.group, "point": p.name(), "n": p.n, "m": p.m, "d": p.d}
        row |= {"scale": p.scale, "end": float(p.end), "tolerance": plan.TOLERANCE, "seed": p.seed}
        row |= {"method": method, "setting": setting, "round": number, "chosen": ""}
        row |= {"status": outcome.status, "t": outcome.t, "seconds": outcome.seconds}
        row |= {"wall": outcome.wall, "cpu": outcome.cpu, "memory_mib": outcome.memory}
        row |= {"evaluations": outcome.evaluations, "steps": outcome.steps}
        row |= {"events": outcome.events, "detail": outcome.detail.replace("\n", " ")}
        return row

    def tight(self, end):
        """The state of a tight run at a time, or None when there is none."""
        limit = self.options.tight_limit
        file = self.folder / f"tight-{end!r}.npy"
        words = (self.tight_method, 1, self.folder, end, TIGHT, limit, file)
        command = self.tools.java_main("RunIntegrator", self.tools.heap, *words)
        outcome = child.run(command, limit, {}, self.log)
        told = f"tight run ({self.tight_method}): {outcome.status} {outcome.seconds:.3f} s"
        print(f"{self.point.name()} {told} {outcome.detail}", flush=True)
        return file if outcome.status == "done" else None

    def partial_errors(self, rows):
        """Solvers that ran out of time are compared where they got to."""
        for row in rows:
            if row["t"] > 0 and row["detail"] != "ended from outside":
                right = self.tight(row["t"])
                if right:
                    self.compare(row, right)

    def compare(self, row, right):
        state = self.folder / f"{row['method']}-{row['setting']}.npy"
        command = self.tools.java_main("CompareStates", "2g", self.folder, right, state)
        outcome = child.run(command, 600, {}, self.log)
        if not outcome.compared:
            raise SystemExit(f"states of {row['point']} could not be compared; see the log")
        row["loss"], row["loss_error"], row["state_error"] = outcome.compared
        row["tight"] = self.tight_method


def record(results, run, point):
    """Measures and stores one point."""
    rows, progress = run.measure()
    name = point.name()
    methods = point.methods
    table.replace_point(results / "runs.csv", table.RUN_COLUMNS, name, methods, rows)
    table.replace_point(
        results / "progress.csv", table.PROGRESS_COLUMNS, name, methods, progress
    )
