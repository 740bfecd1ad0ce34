"""Draws the figures: ratios at the main points (ratios.csv), growth of the cost (series.csv)."""

import csv
import sys
from collections import defaultdict
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402 (the backend is chosen first)
from matplotlib.ticker import FuncFormatter, LogLocator  # noqa: E402

PANELS = (
    ("width", "m", "CPU seconds"),
    ("samples", "n", "CPU seconds"),
    ("dimension", "d", "CPU seconds"),
    ("scale", "1/λ", "CPU seconds"),
    ("late", "m", "CPU seconds per unit time,\nafter alignment"),
)
NUMBER = FuncFormatter(lambda value, _: f"{value:g}")


def rows(file):
    with open(file, encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def ratios(table):
    """One group of marks for each point: full for the same tolerance, hollow for the loss alone."""
    points = list(dict.fromkeys((row["n"], row["m"]) for row in table))
    peers = list(dict.fromkeys(row["peer"] for row in table))
    figure, axes = plt.subplots(figsize=(8, 4.5))
    for place, peer in enumerate(peers):
        colour = f"C{place}"
        axes.plot([], [], "o", color=colour, label=peer)
        for row in table:
            if row["peer"] == peer and row["ratio_same_horizon"]:
                x = points.index((row["n"], row["m"])) + 0.7 * (place + 0.5) / len(peers) - 0.35
                full = {"markerfacecolor": colour if row["standard"] == "tolerance" else "none"}
                axes.plot([x], [float(row["ratio_same_horizon"])], "o", color=colour, **full)
    axes.axhline(1, color="black", linewidth=0.8)
    axes.set_yscale("log")
    axes.yaxis.set_major_formatter(NUMBER)
    axes.set_ylabel("CPU seconds of the peer by ours,\non the same horizon")
    axes.set_xticks(range(len(points)), [f"n = {n}\nm = {m}" for n, m in points])
    axes.grid(True, axis="y", which="major", linewidth=0.3)
    axes.legend(fontsize=8, title="full: same tolerance\nhollow: loss alone", title_fontsize=8,
                bbox_to_anchor=(1.01, 1), loc="upper left")
    return figure


def growth(axes, series, x_label, y_label):
    for name, points in series.items():
        points.sort()
        axes.plot(*zip(*points), marker="o", markersize=3, linewidth=1, label=name)
    places = sorted({x for points in series.values() for x, _ in points})
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    axes.yaxis.set_major_formatter(NUMBER)
    axes.minorticks_off()
    axes.set_xticks(places, [f"{x:.0e}" if x >= 1e4 else f"{x:g}" for x in places], rotation=45)
    axes.set_xlabel(x_label)
    axes.set_ylabel(y_label)
    axes.grid(True, which="major", linewidth=0.3)


def save(figure, directory, name):
    figure.tight_layout()
    # no dates or versions inside, so that the same numbers give the same files
    figure.savefig(directory / f"{name}.png", dpi=110, metadata={"Software": None})
    figure.savefig(directory / f"{name}.pdf", metadata={"CreationDate": None, "Creator": None})
    plt.close(figure)


def main():
    directory = Path(sys.argv[1])
    table = rows(directory / "ratios.csv")
    if table:
        save(ratios(table), directory, "main")
    figures = defaultdict(lambda: defaultdict(list))
    for row in rows(directory / "series.csv"):
        figures[row["figure"]][row["series"]].append((float(row["x"]), float(row["y"])))
    panels = [panel for panel in PANELS if figures[panel[0]]]
    if panels:
        count = min(3, len(panels))
        lines = -(-len(panels) // count)
        figure, grid = plt.subplots(
            lines, count, figsize=(3.3 * count, 3 * lines), squeeze=False
        )
        for place, axes in enumerate(grid.flat):
            if place < len(panels):
                name, x_label, y_label = panels[place]
                growth(axes, figures[name], x_label, y_label)
            else:
                axes.axis("off")
        save(figure, directory, "growth")


main()
