"""Draws the figures from series.csv: cost per unit time at the main points, growth of the cost."""

import csv
import sys
from collections import defaultdict
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402 (the backend is chosen first)
from matplotlib.ticker import MultipleLocator  # noqa: E402

PANELS = (
    ("width", "m", "seconds"),
    ("samples", "n", "seconds"),
    ("dimension", "d", "seconds"),
    ("scale", "1/λ", "seconds"),
    ("late", "m", "seconds per unit time,\nafter alignment"),
)


def read(file):
    figures = defaultdict(lambda: defaultdict(list))
    with open(file, encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            figures[row["figure"]][row["series"]].append((float(row["x"]), float(row["y"])))
    return figures


def draw(axes, series, x_label, y_label):
    for name, points in series.items():
        points.sort()
        axes.plot(*zip(*points), marker="o", markersize=3, linewidth=1, label=name)
    axes.set_yscale("log")
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
    figures = read(directory / "series.csv")
    if figures["main"]:
        figure, axes = plt.subplots(figsize=(7, 4))
        draw(axes, figures["main"], "main point, in the order of the page", "seconds per unit time")
        axes.xaxis.set_major_locator(MultipleLocator(1))
        axes.legend(fontsize=7, ncol=2)
        save(figure, directory, "main")
    panels = [panel for panel in PANELS if figures[panel[0]]]
    if panels:
        figure, grid = plt.subplots(1, len(panels), figsize=(3 * len(panels), 3), squeeze=False)
        for axes, (name, x_label, y_label) in zip(grid[0], panels):
            draw(axes, figures[name], x_label, y_label)
            axes.set_xscale("log")
        save(figure, directory, "growth")


main()
