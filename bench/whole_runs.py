# SPDX-License-Identifier: Apache-2.0
"""Runs a scenario with one and with two threads by turns; prints wall time, processor time and memory
of each run as JSON.

usage: whole_runs.py COOPSIM SCENARIO [--quick]
"""

import json
import os
import sys
import tempfile
import time


def run(program, scenario, threads, folder):
    result = os.path.join(folder, "result.h5")
    arguments = [program, "run", scenario, "-o", result, "--overwrite", "--quiet", "-j", str(threads)]
    start = time.monotonic()
    _, status, used = os.wait4(os.spawnv(os.P_NOWAIT, program, arguments), 0)
    if status != 0:
        sys.exit(f"{' '.join(arguments)}: status {status}")
    return {"threads": threads, "wall": time.monotonic() - start, "cpu": used.ru_utime + used.ru_stime,
            "peak_mib": used.ru_maxrss / 1024, "file_mib": os.path.getsize(result) / 2**20}


def main():
    program, scenario = sys.argv[1:3]
    times = 1 if "--quick" in sys.argv else 3
    with tempfile.TemporaryDirectory() as folder:
        runs = [run(program, scenario, threads, folder) for _ in range(times) for threads in (1, 2)]
    json.dump(runs, sys.stdout)


main()
