"""What the Python peers share: the data folder, the command line, the lines they print."""

import argparse
import json
import os
import time

import numpy as np


def arguments(methods):
    parser = argparse.ArgumentParser()
    parser.add_argument("method", choices=methods)
    parser.add_argument("folder")
    parser.add_argument("--end", type=float, required=True, help="T, units of flow time")
    parser.add_argument("--relative", type=float, default=1e-6)
    parser.add_argument("--absolute", type=float, default=1e-9)
    parser.add_argument("--step", type=float, default=1e-2, help="learning rate of descent")
    parser.add_argument("--time-out", type=float, default=300, help="CPU seconds")
    parser.add_argument("--state", required=True, help="NPY file for the last state")
    return parser.parse_args()


class Folder:
    """X (n x d), y (n), a0 (m), w0 (m x d), float64."""

    def __init__(self, folder):
        self.x = np.load(os.path.join(folder, "X.npy"))
        self.y = np.load(os.path.join(folder, "y.npy"))
        self.a = np.load(os.path.join(folder, "a0.npy"))
        self.w = np.load(os.path.join(folder, "w0.npy"))


class Clock:
    """Wall and CPU seconds since the start of the integration; tells where the run is five times a
    second. The time-out is in CPU seconds, so that a busy machine does not shorten a run."""

    def __init__(self, time_out):
        self.start, self.cpu_start = time.perf_counter(), time.process_time()
        self.told = self.start
        self.time_out = time_out

    def spent(self):
        """Wall and CPU seconds."""
        return time.perf_counter() - self.start, time.process_time() - self.cpu_start

    def proceed(self, t):
        now = time.perf_counter()
        cpu = time.process_time() - self.cpu_start
        if now - self.told > 0.2:
            self.told = now
            print(f"progress {t!r} {now - self.start:.6f} {cpu:.6f}", flush=True)
        return cpu < self.time_out


def result(status, t, spent, evaluations, steps, detail=""):
    """The last line of a peer; `spent` is what the clock said at the end of the integration."""
    line = {"status": status, "t": t, "seconds": spent[0], "cpu": spent[1]}
    line |= {"evaluations": evaluations, "steps": steps, "detail": detail}
    print("result", json.dumps(line), flush=True)
