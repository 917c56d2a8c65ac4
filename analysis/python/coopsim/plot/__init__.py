# SPDX-License-Identifier: Apache-2.0
"""Plots of results, each returning its matplotlib figure; `lang` is "en" or "ko"."""
from coopsim.plot import style
from coopsim.plot.compared import forest, funnel, tiles
from coopsim.plot.factors import sensitivity, sensitivity_table, tornado
from coopsim.plot.money import acceptability, acceptability_curves, plane
from coopsim.plot.predicted import what_if
from coopsim.plot.years import budget_flow, fan

__all__ = ["acceptability", "acceptability_curves", "budget_flow", "fan", "forest", "funnel", "plane", "sensitivity",
           "sensitivity_table", "style", "tiles", "tornado", "what_if"]
