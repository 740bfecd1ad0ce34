"""The CSV files of results: rows of one group are replaced when it is measured again."""

import csv
import os

RUN_COLUMNS = (
    "group point n m d scale end tolerance seed method setting round chosen status t seconds wall"
    " cpu memory_mib evaluations steps events loss loss_error state_error tight detail"
).split()
PROGRESS_COLUMNS = "group point method setting round t seconds".split()


def text(value):
    if value is None:
        return ""
    if isinstance(value, float):
        # NaN is a missing number; infinities as Java reads them
        return "" if value != value else repr(value).replace("inf", "Infinity")
    return str(value)


def read(file):
    if not file.exists():
        return []
    with open(file, encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def write(file, columns, rows):
    """Complete or not at all."""
    draft = file.with_suffix(".tmp")
    with open(draft, "w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, columns, lineterminator="\n")
        writer.writeheader()
        for row in rows:
            writer.writerow({column: text(row.get(column)) for column in columns})
    os.replace(draft, file)


def replace_point(file, columns, point, methods, rows):
    """Keeps what is there of other points, and of other solvers at this point."""
    kept = [r for r in read(file) if r["point"] != point or r["method"] not in methods]
    write(file, columns, kept + rows)
