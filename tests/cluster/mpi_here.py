# SPDX-License-Identifier: Apache-2.0
"""mpirun on this machine: more ranks than cores, nothing but shared memory and loopback."""
import pathlib
import shutil
import subprocess

from small_sweep import ENVIRONMENT, PROGRAM

ENV = {**ENVIRONMENT, "OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1", "OMPI_MCA_btl": "self,vader",
       "OMPI_MCA_mpi_yield_when_idle": "1", "OMPI_MCA_btl_vader_single_copy_mechanism": "none"}


def what_is_missing():
    """Why no ranks can be started here; None where they can."""
    if shutil.which("mpirun", path=ENV["PATH"]) is None:
        return "needs mpirun (Debian's openmpi-bin)"
    if not (pathlib.Path(PROGRAM).parent / "coopsim-ranks").exists():
        return "needs coopsim-ranks, which is built where MPI is found (Debian's libopenmpi-dev)"
    return None


def command(ranks, *words, program=PROGRAM):
    return ["mpirun", "--oversubscribe", "-n", str(ranks), program, *map(str, words)]


def mpirun(ranks, *words, code=0, **options):
    done = subprocess.run(command(ranks, *words), env=ENV, text=True, capture_output=True, stdin=subprocess.DEVNULL, **options)
    assert code is None or done.returncode == code, f"{done.returncode}: {done.stdout}{done.stderr}"
    return done


def processes(folder, word):
    """Of programs that have both among their words, by their number."""
    found = []
    for place in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            words = (place / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if str(folder).encode() in words and word.encode() in words and b"mpirun" not in words[0]:
            found.append(int(place.name))
    return found
