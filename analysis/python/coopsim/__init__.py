# SPDX-License-Identifier: Apache-2.0
"""Results of coopsim for notebooks: labelled data, tidy tables, paired comparisons, plots; runs and sweeps.

>>> import coopsim
>>> result = coopsim.open_result(example)            # doctest: +SKIP
>>> coopsim.plot.fan(result, "productivity_effect")  # doctest: +SKIP
"""
from coopsim import plot
from coopsim.errors import CoopsimError, NotInResult, ProgramError, ResultError, WrongArgument
from coopsim.calling import ask, metrics, program, run, schema, sweep
from coopsim.result import Result, open_result

__version__ = "0.1.0"
__all__ = ["CoopsimError", "NotInResult", "ProgramError", "Result", "ResultError", "WrongArgument", "ask", "metrics",
           "open_result", "plot", "program", "run", "schema", "sweep"]
