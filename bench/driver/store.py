"""The runs that are kept: written after each one, so that a measurement can be taken up again."""

import plan
import table

COUNTS = "n m d seed round evaluations steps events".split()
NUMBERS = (
    "scale end tolerance setting horizon t seconds solver_cpu wall cpu others memory_mib loss"
    " loss_error state_error limit"
).split()
KEY = ("point", "method", "setting", "horizon", "round")


def key(row):
    return tuple(table.text(row.get(column)) for column in KEY)


class Store:
    """runs.csv and progress.csv of a directory of results."""

    def __init__(self, results, again, points=()):
        """`points` are the names of all that are planned, in the order of the files."""
        self.order = {name: place for place, name in enumerate(points)}
        self.runs_file, self.progress_file = results / "runs.csv", results / "progress.csv"
        self.rows = [numbers(row) for row in table.read(self.runs_file)]
        self.progress = table.read(self.progress_file)
        self.again = again
        self.fresh = set()

    def find(self, wanted, version, limit):
        """A run that need not be repeated: the same sources and machine, and not ended sooner."""
        for row in self.rows:
            if key(row) != key(wanted) or row["version"] != version:
                continue
            if self.again and key(row) not in self.fresh:
                continue
            enough = row["status"] == "timeout" and row["limit"] >= limit
            if row["status"] == "done" or enough:
                return row
        return None

    def add(self, row, progress):
        """Keeps a run in place of an older one; `progress` has triples t, seconds, cpu."""
        self.rows = [r for r in self.rows if key(r) != key(row)] + [row]
        self.fresh.add(key(row))
        self.progress = [r for r in self.progress if key(r) != key(row)]
        for t, seconds, cpu in progress:
            self.progress.append({**row, "t": t, "seconds": seconds, "cpu": cpu})
        self.write()

    def finish(self, point, used):
        """Ends a point: of its solvers that were measured only the rows that were used stay, and
        of our runs on the horizons of peers only those of peers that are still there."""
        methods = {row["method"] for row in used if not row["horizon"]}
        kept = {key(row) for row in used}
        horizons = self.horizons(point)

        def stays(row):
            if row["point"] != point or key(row) in kept:
                return True
            return row["horizon"] in horizons if row["horizon"] else row["method"] not in methods

        self.rows = [row for row in self.rows if stays(row)]
        left = {key(row) for row in self.rows}
        self.progress = [row for row in self.progress if key(row) in left]
        self.write()

    def keep_points(self, names):
        """Forgets points that are no longer planned."""
        self.rows = [row for row in self.rows if row["point"] in names]
        self.progress = [row for row in self.progress if row["point"] in names]

    def horizons(self, point):
        """The times at which solvers to compare with at a point ran out of time."""
        return sorted(
            {
                row["t"]
                for row in self.rows
                if row["point"] == point
                and row["chosen"]
                and row["status"] == "timeout"
                and row["t"] > 0
                and not row["method"].startswith("structured")
            }
        )

    def place(self, row):
        """Points as planned, solvers as planned, settings from the cheapest on."""
        point = self.order.get(row["point"], len(self.order))
        method = plan.METHODS.index(row["method"])
        return point, method, row["horizon"] or 0, -(row["setting"] or 0), row["round"]

    def write(self):
        self.rows.sort(key=self.place)
        table.write(self.runs_file, table.RUN_COLUMNS, self.rows)
        table.write(self.progress_file, table.PROGRESS_COLUMNS, self.progress)


def numbers(row):
    """Fields as they were before they were written; empty ones become None."""
    for names, kind in ((COUNTS, int), (NUMBERS, float)):
        for name in names:
            row[name] = kind(row[name]) if row[name] else None
    return row
