# SPDX-License-Identifier: Apache-2.0
"""How an analyst fares with a large result: opening it and drawing a fan, with the memory that takes.

usage: notebook.py RESULT [--gigabytes 5] [--folder FOLDER]

Makes a synthetic result of that size with the groups, variables and labels of RESULT and as many
replications as it takes; only the drawn response has values, the rest are holes of the file, so the disk
holds little of it. Each figure comes from a process of its own. The file is removed. Exit 1: a bound is broken.
"""
from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import h5py
import numpy as np

PACKAGE = Path(__file__).resolve().parents[1] / "analysis" / "python"
DRAWN = "productivity_effect"
BOUNDS = {"open_s": 1.0, "fan_s": 3.0, "fan_from_replications_s": 3.0, "memory_mb": 500.0}
READER = """
import json, resource, sys, time
began = time.perf_counter()
import coopsim
from coopsim import estimates, plot
from coopsim.plot import years
imported = time.perf_counter()
result = coopsim.open_result(sys.argv[1])
print(result, file=sys.stderr)
opened = time.perf_counter()
if sys.argv[2] == "replications":   # as if the file had no summary
    groups = type(result).groups.fget
    type(result).groups = property(lambda self: tuple(one for one in groups(self) if one != "summary"))
figure = plot.fan(result, sys.argv[3])
figure.savefig(sys.argv[4])
drawn = time.perf_counter()
print(json.dumps({"import_s": imported - began, "open_s": opened - imported, "fan_s": drawn - opened,
                  "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


def axes_of(variable: h5py.Dataset) -> list[str]:
    return [h5py.h5ds.get_scale_name(axis[0].id).decode() for axis in variable.dims]


def bytes_a_replication(group: h5py.Group) -> int:
    """Of all variables along the axis `replication`."""
    whole = sum(one.size * one.dtype.itemsize for one in group.values()
                if not h5py.h5ds.is_scale(one.id) and "replication" in axes_of(one))
    return whole // len(group["replication"])


def copy_attributes(source: h5py.HLObject, target: h5py.HLObject) -> None:
    for name, value in source.attrs.items():
        if name not in ("CLASS", "NAME", "DIMENSION_LIST", "REFERENCE_LIST"):
            target.attrs[name] = value


def widened(source: h5py.Group, target: h5py.Group, replications: int) -> None:
    """The group with so many replications, their values left out but for DRAWN."""
    copy_attributes(source, target)
    scales = [name for name, one in source.items() if h5py.h5ds.is_scale(one.id)]
    for name in scales:
        values = np.arange(replications, dtype=np.int32) if name == "replication" else source[name][()]
        target.create_dataset(name, data=values, dtype=source[name].dtype).make_scale(name)
        copy_attributes(source[name], target[name])
    for name, one in source.items():
        if name in scales:
            continue
        axes = axes_of(one)
        if "replication" not in axes:
            made = target.create_dataset(name, data=one[()], dtype=one.dtype)
        else:
            shape = [replications if axis == "replication" else size for axis, size in zip(axes, one.shape)]
            made = holes(target, name, shape, one.dtype)
            if name == DRAWN:
                made[...] = np.repeat(one[()], -(-replications // one.shape[1]), axis=1)[:, :replications]
        copy_attributes(one, made)
        for place, axis in enumerate(axes):
            made.dims[place].attach_scale(target[axis])


def holes(group: h5py.Group, name: str, shape: list[int], dtype: np.dtype) -> h5py.Dataset:  # type: ignore[type-arg]
    """Room in the file that is never written: the disk keeps none of it."""
    made = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    made.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
    made.set_fill_time(h5py.h5d.FILL_TIME_NEVER)
    kind = h5py.h5t.py_create(dtype, logical=True)
    return h5py.Dataset(h5py.h5d.create(group.id, name.encode(), kind, h5py.h5s.create_simple(tuple(shape)), made))


def make(source: Path, path: Path, gigabytes: float) -> int:
    """Returns the number of replications."""
    with h5py.File(source) as old, h5py.File(path, "w", track_order=True) as new:
        replications = int(gigabytes * 1e9 / bytes_a_replication(old["yearly"])) + 1
        copy_attributes(old, new)
        for name in old:
            if name in ("yearly", "summary", "dictionary", "comparison"):
                widened(old[name], new.create_group(name, track_order=True), replications)
    return replications


def measured(path: Path, way: str, folder: Path) -> dict[str, float]:
    """Figures of one fresh process; the median of three by time."""
    runs = []
    for _ in range(3):
        done = subprocess.run([sys.executable, "-c", READER, path, way, DRAWN, folder / f"{way}.png"], check=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              env=os.environ | {"PYTHONPATH": str(PACKAGE), "MPLBACKEND": "agg"})
        runs.append(json.loads(done.stdout))
    return sorted(runs, key=lambda one: one["open_s"] + one["fan_s"])[1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("result", type=Path)
    parser.add_argument("--gigabytes", type=float, default=5.0)
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder) as place:
        path = Path(place) / "large.h5"
        replications = make(asked.result, path, asked.gigabytes)
        about = os.stat(path)
        print(f"{about.st_size / 1e9:.2f} GB in the file, {about.st_blocks * 512 / 1e9:.2f} GB on the disk, "
              f"{replications:,} replications")
        summary, whole = (measured(path, way, Path(place)) for way in ("summary", "replications"))
    found = summary | {"fan_from_replications_s": whole["fan_s"],
                       "memory_mb": max(summary["memory_mb"], whole["memory_mb"])}
    broken = 0
    for name, value in found.items():
        bound = BOUNDS.get(name)
        broken += bound is not None and value > bound
        told = "" if bound is None else f"   bound {bound:g}{'  BROKEN' if value > bound else ''}"
        print(f"{name:<26} {value:8.2f}{told}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
