# SPDX-License-Identifier: Apache-2.0
"""What can go wrong, each with what to do about it."""
from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Literal

Problem = Literal["missing", "no_permission", "empty", "foreign", "truncated", "unfinished", "older_format",
                  "newer_format", "damaged", "closed", "not_in_file"]


class CoopsimError(Exception):
    """Any error of this package; the message says what was found and what to do."""


class ResultError(CoopsimError):
    """A file or folder cannot be read as a result, or lacks what was asked of it.

    ``problem`` names the kind, for programs: see :data:`Problem`. ``path`` is the file or folder.
    """

    def __init__(self, path: str | os.PathLike[str], problem: Problem, said: str) -> None:
        self.path = os.fspath(path)
        self.problem: Problem = problem
        super().__init__(f"{self.path}: {said}")


class NotInResult(ResultError, KeyError):
    """A group, response, policy or the like that this result does not have.

    Also a ``KeyError``, so that ``in`` and ``get`` work as for a dictionary.
    """

    def __init__(self, path: str | os.PathLike[str], said: str) -> None:
        super().__init__(path, "not_in_file", said)

    def __str__(self) -> str:
        return Exception.__str__(self)


class WrongArgument(CoopsimError, ValueError):
    """An argument that no result could answer: a language, a step, a split response where one part is needed."""


class ProgramError(CoopsimError):
    """The program ended with an error, or was not found.

    ``code`` is its exit code (None: it was not found), ``command`` the words it was called with,
    ``said`` what it wrote to standard error.
    """

    def __init__(self, message: str, code: int | None = None, command: Sequence[str] = (), said: str = "") -> None:
        self.code = code
        self.command = list(command)
        self.said = said
        super().__init__(message)
