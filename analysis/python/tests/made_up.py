# SPDX-License-Identifier: Apache-2.0
"""Small result files with any numbers, in the layout of the format, written without the program."""
import h5py
import numpy as np

FIRST_YEAR = 2007


def write(path, yearly, stress, held_against=None):
    """`yearly`: (policy, replication, year) of response `x`; its total is the sum of the years, NaN if one is.
    Policy 0 is the baseline. Returns the names of the policies."""
    names = [f"p{i}" for i in range(yearly.shape[0])]
    with h5py.File(path, "w", track_order=True) as file:
        file.attrs["format_version"] = np.int32(1)
        file.attrs["content_hash"] = np.bytes_("0" * 32)
        file.attrs["policies_start"] = np.bytes_(f"{FIRST_YEAR}-01-01")
        for group, values in (("yearly", yearly), ("total", yearly.sum(axis=2))):
            inside = file.create_group(group, track_order=True)
            axes = {"policy": names, "replication": np.arange(yearly.shape[1], dtype=np.int32)}
            if group == "yearly":
                axes["year"] = FIRST_YEAR + np.arange(yearly.shape[2], dtype=np.int32)
            inside.attrs["coordinates"] = np.bytes_("policy_baseline policy_stress")
            for name, labels in axes.items():
                write_axis(inside, name, labels)
            flags = {"policy_baseline": [int(i == 0) for i in range(len(names))], "policy_stress": stress}
            for name, flag in flags.items():
                attach(inside.create_dataset(name, data=np.array(flag, np.int8)), inside, ["policy"])
            made = inside.create_dataset("x", data=values)
            made.attrs["units"] = np.bytes_("bp")
            attach(made, inside, list(axes))
        if held_against is not None:
            inside = file.create_group("comparison", track_order=True)
            write_axis(inside, "policy", names)
            held = inside.create_dataset("held_against", data=np.array(held_against, object), dtype=h5py.string_dtype())
            attach(held, inside, ["policy"])
    return names


def write_axis(group, name, labels):
    kind = h5py.string_dtype() if isinstance(labels, list) else None
    group.create_dataset(name, data=np.array(labels, object) if kind else labels, dtype=kind).make_scale(name)


def attach(dataset, group, axes):
    for place, name in enumerate(axes):
        dataset.dims[place].attach_scale(group[name])
