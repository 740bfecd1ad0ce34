"""Measures one point: finds each solver's setting, then repeats the chosen runs in turn."""

import child
import plan
import solvers

# a run of more CPU seconds than this is not repeated
REPEATED_BELOW = 60.0
PROGRESS_LINES = 200


def agrees(row):
    """Whether a run came to the end with the right loss."""
    error = row["loss_error"]
    return row["status"] == "done" and error is not None and error <= plan.AGREEMENT


def pick(rows):
    """The run that agrees; else the one that ran out of time on the way to agreement; else the
    closest; else the one that failed."""
    if rows[-1]["status"] == "timeout":
        return rows[-1]
    finished = [r for r in rows if r["loss_error"] is not None and r["status"] == "done"]
    return min(finished, key=lambda r: r["loss_error"]) if finished else rows[-1]


class PointRun:
    """Every run is looked up in the store before it is made."""

    def __init__(self, tools, point, options, work, log, store, versions):
        self.tools, self.point, self.options, self.log = tools, point, options, log
        self.store, self.versions = store, versions
        self.folder = work / point.name()
        self.used = []

    def measure(self):
        point = self.point
        words = (self.folder, point.n, point.m, point.d, point.scale, point.seed)
        written = child.run(self.tools.java_main("WriteData", "2g", *words), 600, {}, self.log)
        # it prints no result line, so only its exit code counts
        if written.detail != "no result line":
            raise SystemExit(f"no data for {point.name()}: {written.detail}")
        picked = self.search()
        self.repeat([(row["method"], row["setting"], None) for row in picked])
        self.store.write()
        horizons = self.store.horizons(point.name())
        self.compare([self.run("structured", None, t, 0) for t in horizons])
        self.repeat([("structured", None, t) for t in horizons])
        self.store.finish(point.name(), self.used)

    def search(self):
        """Every solver in turn, cheapest setting first, until it agrees or runs out of time; the
        runs that count."""
        waiting, tried = {}, {}
        for method in self.point.methods:
            for aim, settings in plan.searches(method, self.point.scale).items():
                waiting[method, aim] = list(settings[: self.options.settings])
                tried[method, aim] = []
        while waiting:
            rows = {key: self.run(key[0], left.pop(0), None, 0) for key, left in waiting.items()}
            self.compare(rows.values())
            for key, row in rows.items():
                tried[key].append(row)
                if agrees(row) or row["status"] != "done" or not waiting[key]:
                    del waiting[key]
        picked = []
        for (method, aim), rows in tried.items():
            row = pick(rows)
            # a loose setting that does not even reach the loss says nothing
            if aim == plan.SAME_TOLERANCE or row["status"] == "timeout" or agrees(row):
                row["chosen"] = aim
                picked.append(row)
        return picked

    def repeat(self, runs):
        """In turn, so that a change of the machine's speed meets all solvers."""
        first = {(r["method"], r["setting"], r["horizon"]): r for r in self.used if r["round"] == 0}
        for number in range(1, self.options.rounds):
            for method, setting, horizon in runs:
                before = first[method, setting, horizon]
                if before["status"] == "done" and before["cpu"] < REPEATED_BELOW:
                    self.run(method, setting, horizon, number)["chosen"] = before["chosen"]

    def run(self, method, setting, horizon, number):
        """One run; of ours on the horizon that a peer reached when there is one."""
        row = self.described(method, setting, horizon, number)
        limit = row["limit"]
        found = self.store.find(row, row["version"], limit)
        # the state of a run that was never compared is gone
        if found and (number or found["tight"]):
            found["chosen"] = "yes" if horizon else ""
            self.used.append(found)
            self.say(found, "kept")
            return found
        state = self.state(row)
        end = horizon or self.point.end
        command = solvers.command(
            self.tools, self.point, method, setting, self.folder, state, limit, end
        )
        outcome = child.run(command, limit, solvers.ENVIRONMENT, self.log)
        row |= {"status": outcome.status, "t": outcome.t, "seconds": outcome.seconds}
        row |= {"solver_cpu": outcome.solver_cpu, "wall": outcome.wall, "cpu": outcome.cpu}
        row |= {"others": outcome.others, "memory_mib": outcome.memory}
        row |= {"evaluations": outcome.evaluations, "steps": outcome.steps}
        row |= {"events": outcome.events, "detail": outcome.detail.replace("\n", " ")}
        if horizon:
            row["chosen"] = "yes"
        kept = []
        if method in plan.OURS:
            stride = max(1, len(outcome.progress) // PROGRESS_LINES)
            kept = outcome.progress[::stride]
            kept.append((outcome.t, outcome.seconds, outcome.solver_cpu))
        self.store.add(row, kept)
        self.used.append(row)
        self.say(row, outcome.detail)
        return row

    def described(self, method, setting, horizon, number):
        p = self.point
        ours = method in plan.OURS
        row = {"group": p.group, "point": p.name(), "n": p.n, "m": p.m, "d": p.d}
        row |= {"scale": p.scale, "end": float(p.end), "tolerance": plan.TOLERANCE, "seed": p.seed}
        row |= {"method": method, "setting": setting, "horizon": horizon, "round": number}
        row |= {"chosen": "", "tight": "", "limit": plan.limit(method, self.options.time_out)}
        row |= {"commit": self.versions.commit}
        row |= {"loss": None, "loss_error": None, "state_error": None}
        row["version"] = self.versions.ours if ours else self.versions.peers
        return row

    def say(self, row, detail):
        setting = "" if row["setting"] is None else f" {row['setting']:g}"
        place = f" to t={row['horizon']:g}" if row["horizon"] else ""
        print(
            f"{row['point']} {row['method']}{setting}{place} round {row['round']}: {row['status']}"
            f" t={row['t']:g} cpu {row['cpu']:.2f} s wall {row['wall']:.2f} s {detail}",
            flush=True,
        )

    def state(self, row):
        return self.folder / f"{row['method']}-{row['setting']}-{row['horizon']}.npy"

    def compare(self, rows):
        """Holds what runs left against a tight run at the times that they reached."""
        open_rows = [
            row
            for row in rows
            if not row["tight"]
            and row["status"] in ("done", "timeout")
            and row["t"] > 0
            and row["detail"] != "ended from outside"
        ]
        right = self.tight(sorted({row["t"] for row in open_rows}))
        for row in open_rows:
            row["tight"] = self.judge() if right else "none"
            if right:
                words = (self.folder, right[row["t"]], self.state(row))
                command = self.tools.java_main("CompareStates", "2g", *words)
                outcome = child.run(command, 600, {}, self.log)
                if not outcome.compared:
                    raise SystemExit(f"a state of {row['point']} could not be compared; see the log")
                row["loss"], row["loss_error"], row["state_error"] = outcome.compared
        self.store.write()

    def judge(self):
        """The reference integrator judges where it can; elsewhere it would take hours."""
        return "reference" if self.point.n * self.point.m <= 5000 else "structured"

    def tight(self, times):
        """Files with the states of a tight run at some times, None when it did not get there."""
        version = self.versions.ours
        files = {t: self.folder / f"tight-{version}-{plan.TIGHT!r}-{t!r}.npy" for t in times}
        missing = [t for t in times if not files[t].exists()]
        if missing:
            limit = self.options.tight_limit
            command = solvers.ours(
                self.tools,
                self.tools.heap,
                self.judge(),
                1,
                self.folder,
                plan.TIGHT,
                limit,
                [(t, files[t]) for t in missing],
            )
            outcome = child.run(command, limit, {}, self.log)
            told = f"{self.point.name()} tight run ({self.judge()}): {outcome.status}"
            print(f"{told} t={outcome.t:g} cpu {outcome.cpu:.2f} s {outcome.detail}", flush=True)
            if outcome.status != "done":
                for t in missing:
                    files[t].unlink(missing_ok=True)
                return None
        return files
