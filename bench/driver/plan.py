"""What is measured: groups of points, and the solvers with the settings they may choose from."""

from dataclasses import dataclass, replace

TOLERANCE = 1e-6
# of the runs that tell what is right
TIGHT = 1e-9
# a solver that agrees with the tight run to this in the final loss counts as right
AGREEMENT = 1e-6


@dataclass(frozen=True)
class Point:
    """One problem of the workload law, followed to time `end`."""

    group: str
    n: int
    m: int
    d: int
    scale: float
    end: float
    methods: tuple
    seed: int = 1

    def name(self):
        return f"{self.group}-n{self.n}-m{self.m}-d{self.d}-l{self.scale:.0e}-T{self.end:g}"


# Absolute tolerances. A weight starts at about the scale and grows by a factor of thousands, so the
# absolute tolerance that goes with the relative one is TOLERANCE * scale. Looser ones leave the
# weights wrong by up to a percent and may still reach the final loss, which hardly depends on them:
# both are measured and told apart.
LOOSE = (1e-6, 1e-7, 1e-8)
STRICTER = (1, 0.1, 0.01)
STEPS = tuple(2.0**-k for k in range(4, 21))

METHODS = "rk45 dop853 erk5 erk8 cvode-bdf descent reference structured structured-2 structured_error".split()
WITH_TOLERANCE = ("rk45", "dop853", "erk5", "erk8", "cvode-bdf")
# why a run counts
SAME_TOLERANCE, LOSS_ALONE = "yes", "loss"


def searches(method, scale):
    """Settings, cheapest first, by what they are searched for."""
    if method == "descent":
        return {SAME_TOLERANCE: STEPS}
    if method not in WITH_TOLERANCE:
        return {SAME_TOLERANCE: (None,)}
    same = TOLERANCE * scale
    loose = tuple(setting for setting in LOOSE if setting > 2 * same)
    strict = tuple(float(f"{same * factor:.0e}") for factor in STRICTER)
    return {LOSS_ALONE: loose, SAME_TOLERANCE: strict} if loose else {SAME_TOLERANCE: strict}


# a peer is timed on the horizon it reached; without the end of the structured integrator's run
# there is nothing to compare with
PATIENCE = 10.0


def limit(method, time_out):
    """CPU seconds that a solver may use."""
    return time_out * (PATIENCE if method.startswith("structured") else 1.0)


OURS = ("reference", "structured", "structured-2", "structured_error")
PEERS = ("rk45", "dop853", "erk5", "erk8", "descent")
ALL = PEERS + OURS


def growth_end(scale):
    """Thirty units of time after the neurons have grown: growth takes ln(1/scale) / |D|, and
    |D| is about |beta| / 2 = 1/2 for this law."""
    from math import log

    return round(30 + 2 * log(1 / scale), 3)


def full():
    # the stiff solver is hopeless beyond small problems
    small = [(20, 200, 50), (20, 1000, 50), (100, 1000, 50)]
    main = [(1000, 1000, 30), (100, 10_000, 50), (1000, 10_000, 30)]
    points = [Point("main", n, m, 5, 1e-3, t, (*ALL, "cvode-bdf")) for n, m, t in small]
    points += [Point("main", n, m, 5, 1e-3, t, ALL) for n, m, t in main]
    own = ("structured",)
    for m in (100, 300, 1000, 3000, 10_000, 30_000, 100_000):
        points.append(Point("width", 100, m, 5, 1e-3, 30, own))
    for n in (30, 100, 300, 1000, 3000):
        points.append(Point("samples", n, 1000, 5, 1e-3, 30, own))
    for d in (5, 10, 20, 50):
        points.append(Point("dimension", 200, 1000, d, 1e-3, 30, own))
    for k in (2, 3, 4, 6, 8, 10, 12):
        points.append(Point("scale", 100, 1000, 5, 10.0**-k, growth_end(10.0**-k), own))
    for m in (10_000, 100_000):
        points.append(Point("late", 100, m, 5, 1e-3, 50, own))
    points.append(Point("long", 75, 1000, 5, 1e-3, 20_000, own))
    return points


def quick():
    """Every group at tiny sizes."""
    methods = ALL
    points = [Point("main", 5, 6, 5, 1e-1, 2, methods), Point("main", 6, 8, 5, 1e-1, 2, methods)]
    few = ("structured",)
    shapes = [("width", 8, 10, 5), ("width", 8, 20, 5)]
    shapes += [("samples", 6, 10, 5), ("samples", 12, 10, 5)]
    shapes += [("dimension", 10, 10, 5), ("dimension", 10, 10, 50)]
    points += [Point(group, n, m, d, 1e-1, 4, few) for group, n, m, d in shapes]
    points += [Point("scale", 8, 10, 5, 10.0**-k, growth_end(10.0**-k) - 28, few) for k in (1, 2)]
    points += [Point("late", 8, m, 5, 1e-1, 6, few) for m in (10, 20)]
    points.append(Point("long", 8, 10, 5, 1e-1, 40, few))
    return points


def chosen(points, groups, methods, part=""):
    """The points of some groups whose name has some part, with some of their solvers; what is empty
    chooses all."""
    kept = [p for p in points if (not groups or p.group in groups) and part in p.name()]
    if methods:
        kept = [replace(p, methods=tuple(m for m in p.methods if m in methods)) for p in kept]
    return [p for p in kept if p.methods]
