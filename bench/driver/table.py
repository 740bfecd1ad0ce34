"""The CSV files of results: missing numbers are empty."""

import csv
import os

RUN_COLUMNS = (
    "group point n m d scale end tolerance seed method setting horizon round chosen status t"
    " seconds solver_cpu wall cpu others memory_mib evaluations steps events loss loss_error"
    " state_error tight limit version commit detail"
).split()
PROGRESS_COLUMNS = "group point method setting horizon round t seconds cpu".split()


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
