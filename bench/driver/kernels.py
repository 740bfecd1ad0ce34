"""Rates of one core, and the JMH benchmarks of the kernels."""

import csv

import child
import table

RATE_COLUMNS = ["name", "gflops", "version"]
KERNEL_COLUMNS = ["benchmark", "parameters", "score", "error", "unit", "version"]


def kept(file, version, again):
    """Whether a file has what these sources gave on this machine."""
    rows = table.read(file)
    return bool(rows) and not again and all(row.get("version") == version for row in rows)


def rates(tools, work, results, log, version, again):
    """Multiply-adds a second of one core, and what inner loops reach of them, in one go."""
    if kept(results / "rates.csv", version, again):
        return
    folder = work / "rates"
    shape = (1000, 1000, 5)
    child.run(tools.java_main("WriteData", "2g", folder, *shape, 1e-3, 1), 600, {}, log)
    compiled = [str(tools.bench / "target/peak"), str(folder), *(str(size) for size in shape)]
    found = {}
    for command in (compiled, tools.java_main("kernels.InnerLoops", "2g", folder)):
        found |= child.run(command, 600, {}, log).rates
    rows = [{"name": name, "gflops": rate, "version": version} for name, rate in found.items()]
    table.write(results / "rates.csv", RATE_COLUMNS, rows)
    for row in rows:
        print(f"{row['name']}: {row['gflops']:.2f} e9 operations/s", flush=True)


def benchmarks(tools, results, log, options, version):
    """Runs JMH and keeps the columns that say something."""
    if kept(results / "kernels.csv", version, options.again):
        return
    file = results / "jmh.tmp.csv"
    short = ["-f", "1", "-wi", "1", "-w", "200ms", "-i", "2", "-r", "200ms"]
    short += ["-p", "size=20x200", "-p", "shape=100x1000x5"]
    words = [tools.java, "-Xmx2g", "-cp", tools.class_path(), "org.openjdk.jmh.Main"]
    words += ["org.flowproof", "-foe", "true", "-rf", "csv", "-rff", str(file)] + (short if options.quick else [])
    outcome = child.run(words, 3600, {}, log)
    if outcome.detail.startswith("exit code") or not file.exists():
        raise SystemExit(f"a benchmark failed: {outcome.detail}")
    rows = []
    with open(file, encoding="utf-8", newline="") as source:
        for told in csv.DictReader(source):
            chosen = [f"{k[7:]}={v}" for k, v in told.items() if k.startswith("Param: ") and v]
            rows.append(
                {
                    "benchmark": ".".join(told["Benchmark"].split(".")[-2:]),
                    "parameters": " ".join(chosen),
                    "score": float(told["Score"]),
                    "error": float(told["Score Error (99.9%)"]),
                    "unit": told["Unit"],
                    "version": version,
                }
            )
    file.unlink()
    table.write(results / "kernels.csv", KERNEL_COLUMNS, rows)
