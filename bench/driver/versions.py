"""Names what was measured: a run is kept as long as its sources and the machine stay the same."""

import hashlib

import machine


def digest(root, patterns, facts):
    """Twelve hexadecimal digits of the contents of files and of some facts."""
    total = hashlib.sha256(repr(sorted(facts)).encode())
    for pattern in patterns:
        files = sorted(file for file in root.glob(pattern) if file.is_file())
        for file in files:
            total.update(str(file.relative_to(root)).encode() + b"\0" + file.read_bytes())
    return total.hexdigest()[:12]


class Versions:
    """Of our integrators, of the peers, and of the kernels; and the commit, for readers."""

    def __init__(self, tools):
        root = tools.bench.parent
        facts = [pair for pair in machine.describe(tools) if pair[0] != "date"]
        ours = ["src/main/java/org/flowproof/flow/**/*.java"]
        ours += ["src/main/java/org/flowproof/problem/**/*.java"]
        ours += ["bench/java/src/main/java/org/flowproof/bench/*.java", "bench/driver/solvers.py"]
        law = ["bench/java/src/main/java/org/flowproof/bench/[DW]*.java"]
        self.ours = digest(root, ours, facts)
        self.peers = digest(root, ["bench/peers/*", "bench/driver/solvers.py", *law], facts)
        inner = ["bench/java/src/main/java/org/flowproof/**/*.java", "bench/peers/*.c"]
        self.kernels = digest(root, ours + inner, facts)
        self.commit = machine.commit(root)
