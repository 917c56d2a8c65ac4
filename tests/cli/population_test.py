# SPDX-License-Identifier: Apache-2.0
"""Firms from a CSV file: the result needs the file no more, and knows it from another one."""
import h5py

RUN = ["run", "scenarios/kjc_firms_example.toml", "--replications", 2, "--quiet"]


def hash_of(place, name):
    with h5py.File(place / name) as result:
        return result.attrs["scenario_hash"]


def test_a_result_is_repeated_without_the_file_of_firms(coopsim, place):
    coopsim(*RUN, "-o", "firms.h5")
    (place / "scenarios/example_firms.csv").unlink()
    (place / "scenarios/kjc_firms_example.toml").unlink()
    assert "2 of 2 replications run again" in coopsim("verify", "firms.h5", "--sample", 2).stdout


def test_another_firm_is_another_scenario(coopsim, place):
    coopsim(*RUN, "-o", "firms.h5")
    against = ["verify", "firms.h5", "--against", RUN[1], "--set", "run.replications=2"]
    assert "same fingerprints" in coopsim(*against).stdout
    file = place / "scenarios/example_firms.csv"
    file.write_text(file.read_text().replace(",13,", ",14,", 1))
    assert "computed from another state of it" in coopsim(*against, code=65).stderr
    coopsim(*RUN, "-o", "other.h5")
    assert hash_of(place, "firms.h5") != hash_of(place, "other.h5")


def test_a_spreadsheet_of_the_same_firms_is_the_same_scenario(coopsim, place):
    coopsim(*RUN, "-o", "firms.h5")
    file = place / "scenarios/example_firms.csv"
    rows = [line.split(",") for line in file.read_text().splitlines()]
    turned = "\r\n".join(",".join(f'"{cell}"' for cell in reversed(row)) for row in rows)
    file.write_bytes(b"\xef\xbb\xbf" + turned.encode())
    coopsim(*RUN, "-o", "other.h5")
    assert hash_of(place, "firms.h5") == hash_of(place, "other.h5")
    assert "equal" in coopsim("verify", "firms.h5", "other.h5").stdout


def test_check_says_what_it_accepted(coopsim, place):
    file = place / "scenarios/example_firms.csv"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes() + b",,,,,\n")
    said = coopsim("check", RUN[1])
    assert "byte order mark" in said.stdout + said.stderr
    assert "empty lines at the end" in said.stdout + said.stderr
