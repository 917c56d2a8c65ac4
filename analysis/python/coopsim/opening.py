# SPDX-License-Identifier: Apache-2.0
"""Opens an HDF5 file only when it is a whole one of ours; else one clear error."""
from __future__ import annotations

import errno
import os
from typing import Any

import h5py

from coopsim.errors import Problem, ResultError

SIGNATURE = b"\x89HDF\r\n\x1a\n"
FORMAT_VERSION = 1  # of the files that this package was made for
_SHORTEST = 512  # bytes; no result is as short, and HDF5 says of such beginnings many things
OLDEST_FORMAT = 1  # additions keep the number, so readers take N - 2 to N

_WAIT = "wait for it to end, or for a sweep open its folder, which shows what is finished"
_AGAIN = "run the scenario again, or copy the file again from where it is whole"


def text(value: Any) -> str:
    """An HDF5 text attribute, however h5py hands it out.

    >>> text(b"bp"), text("bp")
    ('bp', 'bp')
    """
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def open_hdf5(path: str | os.PathLike[str]) -> h5py.File:
    """The file at `path`, open for reading, whatever kind of HDF5 it holds.

    Raises :class:`ResultError` with one of the problems ``missing``, ``no_permission``, ``empty``,
    ``foreign``, ``truncated``, ``unfinished`` and ``damaged``.
    """
    path = os.fspath(path)
    _look_at_the_beginning(path)
    try:
        return h5py.File(path, "r")
    except OSError as error:
        raise _explained(path, error) from error


def open_result_file(path: str | os.PathLike[str]) -> h5py.File:
    """A result file: also its format is one that can be read, and it was finished.

    Raises :class:`ResultError` as :func:`open_hdf5`, and ``older_format``, ``newer_format``, ``foreign``.
    """
    file = open_hdf5(path)
    try:
        _check_format(os.fspath(path), file)
    except ResultError:
        file.close()
        raise
    except Exception as error:  # h5py raises nearly anything on a damaged file
        file.close()
        raise damaged(path, error) from error
    return file


def damaged(path: str | os.PathLike[str], error: Exception) -> ResultError:
    return ResultError(path, "damaged", f"is damaged ({error}); coopsim verify says where. {_AGAIN.capitalize()}")


def _unfinished_name(path: str) -> bool:
    return ".tmp." in os.path.basename(path)


def _look_at_the_beginning(path: str) -> None:
    try:
        with open(path, "rb") as file:
            begin = file.read(len(SIGNATURE))
    except FileNotFoundError:
        raise ResultError(path, "missing", "does not exist; check the path, or make it with coopsim.run()") from None
    except IsADirectoryError:
        raise ResultError(path, "foreign", "is a folder and no sweep's; name a result file, or a folder that "
                          "coopsim sweep made") from None
    except PermissionError:
        raise ResultError(path, "no_permission", "may not be read by you; ask its owner") from None
    except OSError as error:
        raise ResultError(path, "damaged", f"cannot be read: {error.strerror}") from error
    if begin == SIGNATURE:
        return
    if _unfinished_name(path):
        raise _unfinished(path)
    if not begin:
        raise ResultError(path, "empty", f"is empty: it was made, and nothing was written; {_AGAIN}")
    if SIGNATURE.startswith(begin):
        raise ResultError(path, "truncated", f"is cut off after {len(begin)} bytes; {_AGAIN}")
    raise ResultError(path, "foreign", "is not a result file: it does not begin like HDF5; coopsim.run() makes one")


def _unfinished(path: str) -> ResultError:
    if _unfinished_name(path):
        return ResultError(path, "unfinished", "is the temporary file of a run that still writes it or was killed; "
                           f"{_WAIT}; of a killed run it may be deleted")
    return ResultError(path, "unfinished", f"is still being written; {_WAIT}")


def _explained(path: str, error: OSError) -> ResultError:
    """From the words of HDF5, which has no error numbers worth the name."""
    words = str(error).lower()
    problem: Problem
    if error.errno in (errno.EAGAIN, errno.EWOULDBLOCK) or "unable to lock" in words or "already open for" in words:
        return _unfinished(path)
    if _unfinished_name(path):
        return _unfinished(path)
    size = os.path.getsize(path)
    if size < _SHORTEST or "truncated file" in words or "past end of allocation" in words:
        return ResultError(path, "truncated", f"is cut off: {size} bytes are left of it; {_AGAIN}")
    return damaged(path, error)


def _check_format(path: str, file: h5py.File) -> None:
    version = file.attrs.get("format_version")
    if version is None:
        if "coopsim_sweep" in file.attrs:
            raise ResultError(path, "foreign", "is one block of a sweep; open the sweep's folder instead")
        if _unfinished_name(path):
            raise _unfinished(path)
        raise ResultError(path, "foreign", "is HDF5, but no result of coopsim (it has no format_version); "
                          "open it with xarray or h5py")
    if int(version) > FORMAT_VERSION:
        raise ResultError(path, "newer_format", f"has result format {version}, and this package reads up to "
                          f"{FORMAT_VERSION}; take the Python package of the program that wrote it "
                          f"({text(file.attrs.get('coopsim_version', 'unknown'))})")
    if int(version) < OLDEST_FORMAT:
        raise ResultError(path, "older_format", f"has result format {version}, and this package reads from "
                          f"{OLDEST_FORMAT} on; run its scenario again: it stands in the file, provenance/scenario")
    if "content_hash" not in file.attrs:
        raise _unfinished(path)
