# SPDX-License-Identifier: Apache-2.0
"""Runs a scenario with one and with two threads by turns, and one replication of its baseline with
more and more firms and as much more money; prints wall time, processor time and memory of each run
as JSON.

usage: whole_runs.py COOPSIM SCENARIO [--quick]
"""

import json
import os
import sys
import tempfile
import time


FIRMS = (1_000, 10_000, 100_000, 1_000_000)
FIRMS_AT_SCALE_1 = 10_000


def run(program, scenario, threads, folder, *options):
    result = os.path.join(folder, "result.h5")
    arguments = [program, "run", scenario, "-o", result, "--overwrite", "--quiet", "-j", str(threads), *options]
    start = time.monotonic()
    _, status, used = os.wait4(os.spawnv(os.P_NOWAIT, program, arguments), 0)
    if status != 0:
        sys.exit(f"{' '.join(arguments)}: status {status}")
    return {"threads": threads, "wall": time.monotonic() - start, "cpu": used.ru_utime + used.ru_stime,
            "peak_mib": used.ru_maxrss / 1024, "file_mib": os.path.getsize(result) / 2**20}


def run_firms(program, scenario, firms, folder):
    options = ["--policy", "status_quo", "--set", "run.replications=1", "--set", f"firms.count={firms}",
               "--set", f"budget.scale={firms / FIRMS_AT_SCALE_1}"]
    return {"firms": firms, **run(program, scenario, 1, folder, *options)}


def main():
    program, scenario = sys.argv[1:3]
    quick = "--quick" in sys.argv
    times = 1 if quick else 3
    with tempfile.TemporaryDirectory() as folder:
        runs = [run(program, scenario, threads, folder) for _ in range(times) for threads in (1, 2)]
        sizes = [run_firms(program, scenario, firms, folder) for _ in range(times)
                 for firms in (FIRMS[:-1] if quick else FIRMS)]
    json.dump({"threads": runs, "firms": sizes}, sys.stdout)


main()
