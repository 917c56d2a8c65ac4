# SPDX-License-Identifier: Apache-2.0
"""What looks odd and is none the less sound: it is taken, runs, and its summary shows figures or n/a."""
import json
import os
import re
import subprocess

import pytest

SOUND = """schema = 1
[run]
replications = 2
end = 2010-01-01
[firms]
count = 30
[budget.account.A2]
amount = "300 million KRW"
[budget.account.B7]
amount = "300 million KRW"
[[policy]]
name = "quo"
baseline = true
[[policy]]
name = "more"
subsidy = { share = 0.5 }
"""

ODD = {
    "a byte order mark": b"\xef\xbb\xbf" + SOUND.encode(),
    "lines that end as on Windows": SOUND.replace("\n", "\r\n").encode(),
    "no end of the last line": SOUND.rstrip().encode(),
    "Korean text and comments": ("# 한글 주석\ntitle = \"제목 — 😀\"\n" + SOUND).encode(),
    "minus zero": (SOUND + "[learning]\neta_training = -0.0\n").encode(),
    "no firm": SOUND.replace("count = 30", "count = 0").encode(),
    "one firm": SOUND.replace("count = 30", "count = 1").encode(),
    "no money": SOUND.replace("300 million", "0").encode(),
    "no adviser": (SOUND + "[advice]\nregistrations = 0\n").encode(),
    "no need for advice": (SOUND + "[advice]\nneed_rate = 0\n").encode(),
    "no place in Japan": (SOUND + "[japan]\nhost_places = 0\n").encode(),
    "nobody applies": (SOUND + "[training.A2]\napplication_rate = 0\n").encode(),
    "one replication": SOUND.replace("replications = 2", "replications = 1").encode(),
    "one year": SOUND.replace("2010-01-01", "1994-01-01\npolicies_start = 1993-01-01").encode(),
    "policies that begin when all ends":
        SOUND.replace("2010-01-01", "2007-01-01").replace("subsidy = { share = 0.5 }", "").encode(),
}


def coopsim(folder, *words):
    done = subprocess.run([os.environ["COOPSIM"], *words], cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.mark.parametrize("what", ODD)
def test_is_taken_and_runs(what, tmp_path):
    (tmp_path / "odd.toml").write_bytes(ODD[what])
    assert json.loads(coopsim(tmp_path, "check", "--json", "odd.toml"))["problems"] == []
    table = coopsim(tmp_path, "run", "odd.toml", "-o", "odd.h5", "--progress", "none")
    assert "quo" in table and "more" in table
    assert not re.search(r"\b(nan|inf)\b", table, re.IGNORECASE), table
