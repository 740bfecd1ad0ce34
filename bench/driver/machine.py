"""Describes the machine and the versions, without names of hosts or people."""

import os
import platform
import re
import subprocess
from pathlib import Path


def output(*command):
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired):
        return "not found"
    return (done.stdout or done.stderr).strip()


def first(pattern, text):
    found = re.search(pattern, text, re.MULTILINE)
    return found.group(1).strip() if found else "unknown"


def read(file):
    path = Path(file)
    return path.read_text(encoding="utf-8") if path.exists() else ""


def debian(package):
    version = output("dpkg-query", "-W", "-f=${Version}", package)
    return version if version and "no packages" not in version else "not installed"


def commit(root):
    """The first digits of the commit; with a plus sign when the sources differ from it."""
    git = ["git", "-C", str(root)]
    found = output(*git, "rev-parse", "--short=10", "HEAD")
    if not re.fullmatch("[0-9a-f]{10,}", found):
        return "unknown"
    # what the bench itself writes does not count as a change
    status = ["status", "--porcelain", "--untracked-files=no", "--", ".", ":!docs", ":!bench/results"]
    return found + ("+" if output(*git, *status) else "")


def busy():
    """CPU seconds spent on this machine since it started, by everything."""
    ticks = read("/proc/stat").split("\n", 1)[0].split()[1:9]
    # user, nice, system, idle, iowait, irq, softirq, steal: all but idle and iowait
    counted = [int(tick) for i, tick in enumerate(ticks) if i not in (3, 4)]
    return sum(counted) / os.sysconf("SC_CLK_TCK")


def describe(tools):
    """Pairs of what and value."""
    cpu = read("/proc/cpuinfo")
    flags = first(r"^flags\s*:(.*)$", cpu).split()
    vector = [f for f in ("fma", "avx", "avx2", "avx512f") if f in flags]
    kib = first(r"^MemTotal:\s*(\d+)", read("/proc/meminfo"))
    pairs = [
        ("processor", first(r"^model name\s*:(.*)$", cpu)),
        ("cores", str(os.cpu_count())),
        ("vector instructions", " ".join(vector)),
        ("memory", f"{int(kib) / 1048576:.0f} GiB" if kib.isdigit() else "unknown"),
        ("system", platform.system() + " " + first(r"^([0-9]+[.][0-9]+)", platform.release())),
        ("java", first(r'version "([^"]*)"', output(tools.java, "-version"))),
        ("gcc", first(r"(\d+\.\d+\.\d+)", output("gcc", "--version"))),
        ("python", first(r"(\d+\.\d+\.\d+)", output(tools.python, "--version"))),
    ]
    for package in (
        "python3-numpy",
        "python3-scipy",
        "python3-torch",
        "libsundials-dev",
        "libopenblas0-pthread",
    ):
        pairs.append((package, debian(package)))
    pairs.append(("date", output("date", "-u", "+%Y-%m-%d")))
    return pairs
