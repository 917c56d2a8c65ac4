# SPDX-License-Identifier: Apache-2.0
"""Prints the tables of docs/benchmarks.md from what the benchmarks wrote.

usage: tables.py EVENT_LIST.json KERNEL.json MODEL.json RUNS.json
"""

import json
import os
import sys
from collections import defaultdict
from statistics import median

NANOSECONDS = {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}


class Measured:
    """Processor time (ns) and counters of every repetition, by benchmark."""

    def __init__(self, path):
        self.times, self.counters = defaultdict(list), defaultdict(lambda: defaultdict(list))
        with open(path, encoding="utf-8") as file:
            entries = json.load(file)["benchmarks"]
        for entry in sorted(entries, key=lambda entry: entry["family_index"]):
            if entry["run_type"] != "iteration":
                continue
            name = "/".join(part for part in entry["run_name"].split("/") if ":" not in part.replace("::", ""))
            self.times[name].append(entry["cpu_time"] * NANOSECONDS[entry["time_unit"]])
            for counter, value in entry.items():
                if isinstance(value, float):
                    self.counters[name][counter].append(value)

    def time(self, name):
        return median(self.times[name]) if name in self.times else None

    def counter(self, name, counter):
        return median(self.counters[name][counter])

    def groups(self, prefix):
        """The next part of every name below prefix, in order."""
        depth = len(prefix.split("/")) - 1
        return list(dict.fromkeys(n.split("/")[depth] for n in self.times if n.startswith(prefix)))

    def noise(self, prefix):
        """Half the range between the quartiles, relative: usual and largest."""
        spreads = []
        for name, values in self.times.items():
            if name.startswith(prefix) and len(values) > 2:
                ordered = sorted(values)
                quarter = len(ordered) // 4
                spreads.append((ordered[-1 - quarter] - ordered[quarter]) / 2 / median(ordered))
        if not spreads:
            return ""
        return f"Noise (half the quartile range): usually {median(spreads):.0%}, at most {max(spreads):.0%}."


def table(head, rows):
    print("\n| " + " | ".join(head) + " |\n|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(row) + " |")


def number(value, digits=0):
    return "-" if value is None else f"{value:,.{digits}f}"


def ratio(value, base):
    return "-" if value is None or base is None else f"{value / base:.1f}"


def by_size(measured, prefix, sizes, against=None):
    """One row a competitor; below, how many times `against` takes as long as coopsim."""
    rows = [[name] + [number(measured.time(f"{prefix}{name}/{size}")) for size in sizes]
            for name in measured.groups(prefix)]
    if against:
        ours, theirs = against
        rows.append([f"*{theirs} : {ours}*"] + [ratio(measured.time(f"{prefix}{theirs}/{size}"),
                                                   measured.time(f"{prefix}{ours}/{size}")) for size in sizes])
    return rows


def event_lists(measured):
    sizes = (100, 1_000, 10_000, 100_000, 1_000_000)
    print("\n**Hold model, exponential increments: ns per event, by events pending**")
    table(["", *(f"{size:,}" for size in sizes)],
          by_size(measured, "hold/exponential/", sizes, ("coopsim", "std::priority_queue")))
    print("\n**Worst cases: ns per event**")
    rows = []
    for pattern in measured.groups("hold/"):
        row = [pattern.replace("_", " ")]
        for size in (1_000, 100_000):
            ours, heap = (measured.time(f"hold/{pattern}/{name}/{size}") for name in ("coopsim", "std::priority_queue"))
            row += [number(ours), number(heap), ratio(heap, ours)]
        rows.append(row)
    table(["increments", "coopsim, 1,000", "plain heap", "ratio", "coopsim, 100,000", "plain heap", "ratio"], rows)
    print("\n" + measured.noise("hold/"))


def kernel(measured):
    sizes = (100, 1_000, 10_000, 100_000, 1_000_000)
    for draws in measured.groups("event/"):
        print(f"\n**An event with a handler, {draws}: ns, by entities**")
        table(["", *(f"{size:,}" for size in sizes)],
              by_size(measured, f"event/{draws}/", sizes, ("calendar", "bare heap")))
    print("\n" + measured.noise("event/"))
    print("\n**M/M/1 at rho .9, a million customers**")
    table(["", "million customers a second", "mean wait, services"],
          [[name, number(measured.counter(f"mm1/{name}", "items_per_second") / 1e6, 1),
            number(measured.counter(f"mm1/{name}", "wait"), 3)] for name in measured.groups("mm1/")])
    print("\n" + measured.noise("mm1/"))
    print(f"\nAllocations per event of the queue in its steady state: "
          f"{measured.counter('allocations/queue', 'allocations'):.6f}")


def grouped(runs, key):
    """The values of `key` in order, and the median of a figure among the runs with one of them."""
    by_key = defaultdict(list)
    for run in runs:
        by_key[run[key]].append(run)
    return sorted(by_key), lambda value, figure: median(run[figure] for run in by_key[value])


def model(measured, runs):
    name = "model/kjc_2007"
    get = lambda counter: measured.counter(name, counter)
    print("\n**The whole model: one replication of kjc_2007 on one thread**")
    table(["events", "worlds", "million events a second and core", "ns an event", "draws an event", "allocations an event"],
          [[number(get("events")), number(get("worlds")), number(get("items_per_second") / 1e6, 2),
            number(1e9 / get("items_per_second")), number(get("draws"), 1), number(get("allocations"), 4)]])
    print("\n" + measured.noise(name))
    print("\n**`coopsim run scenarios/kjc_2007.toml`, result file included**")
    by_threads, middle = grouped(runs["threads"], "threads")
    table(["threads", "wall time, s", "processor time, s", "peak memory, MiB", "result, MiB", "times as fast"],
          [[str(threads), number(middle(threads, "wall"), 1), number(middle(threads, "cpu"), 1),
            number(middle(threads, "peak_mib")), number(middle(threads, "file_mib")),
            ratio(middle(1, "wall"), middle(threads, "wall"))] for threads in by_threads])
    many_firms(runs["firms"])


def many_firms(runs):
    """Memory per firm: what is more than with the fewest firms, over the firms that are more."""
    sizes, middle = grouped(runs, "firms")
    print("\n**One replication of the baseline on one thread (no programme, history, stop, baseline), by firms**")
    bytes_each = lambda firms: 2**20 * (middle(firms, "peak_mib") - middle(sizes[0], "peak_mib")) / (firms - sizes[0])
    table(["firms", "processor time, s", "microseconds a firm", "peak memory, MiB", "bytes a firm"],
          [[number(firms), number(middle(firms, "cpu"), 2), number(1e6 * middle(firms, "cpu") / firms, 1),
            number(middle(firms, "peak_mib")), number(bytes_each(firms)) if firms > sizes[0] else "-"]
           for firms in sizes])


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        names = [line.split(":")[1].strip() for line in file if line.startswith("model name")]
    return f"{len(names)} cores, {names[0] if names else 'unknown processor'}; load {os.getloadavg()[0]:.1f} at the end"


def main():
    event_list, kernel_path, model_path, runs_path = sys.argv[1:]
    print(machine())
    event_lists(Measured(event_list))
    kernel(Measured(kernel_path))
    with open(runs_path, encoding="utf-8") as file:
        model(Measured(model_path), json.load(file))


main()
