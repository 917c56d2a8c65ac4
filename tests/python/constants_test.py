# SPDX-License-Identifier: Apache-2.0
"""Constants of the statistics held against SciPy, which computes them by other ways."""
import os
import subprocess

import numpy
import pytest
from scipy import integrate, stats

LINES = [line.split() for line in
         subprocess.run([os.environ["COOPSIM_CONSTANTS"]], capture_output=True, text=True, check=True)
         .stdout.splitlines()]


def of(name):
    found = [tuple(map(float, line[1:])) for line in LINES if line[0] == name]
    assert found
    return found


@pytest.mark.parametrize("k, degrees, value", of("tukey"))
def test_the_studentised_range(k, degrees, value):
    assert stats.studentized_range.cdf(value, k, degrees) == pytest.approx(.95, abs=1e-5)


@pytest.mark.parametrize("k, degrees, value", of("bonferroni"))
def test_bonferroni(k, degrees, value):
    """By the tail: SciPy 1.10 inverts t to eight digits only."""
    assert stats.t.sf(value, degrees) == pytest.approx(.025 / k, rel=1e-10)


@pytest.mark.parametrize("k, degrees, value", of("dunnett"))
def test_dunnett_is_a_box_of_the_multivariate_t(k, degrees, value):
    """By sampling: 400,000 families, of which three standard errors are .001."""
    chance = numpy.random.default_rng(5)
    k = int(k)
    normal = chance.standard_normal((400_000, k + 1))
    contrasts = (normal[:, 1:] - normal[:, :1]) / 2 ** .5
    scale = 1 if numpy.isinf(degrees) else numpy.sqrt(chance.chisquare(degrees, 400_000) / degrees)
    assert (numpy.abs(contrasts).max(axis=1) / scale <= value).mean() == pytest.approx(.95, abs=.0011)


@pytest.mark.parametrize("k, first_stage, value", of("dudewicz_dalal"))
def test_dudewicz_and_dalal(k, first_stage, value):
    t = stats.t(first_stage - 1)
    found, _ = integrate.quad(lambda x: t.cdf(x + value) ** (k - 1) * t.pdf(x), -numpy.inf, numpy.inf)
    assert found == pytest.approx(.95, abs=1e-6)


@pytest.mark.parametrize("k, first_stage, value", of("rinott"))
def test_rinott(k, first_stage, value):
    """In quantiles of the two variances: both integrals over the unit interval, by midpoints."""
    degrees = first_stage - 1
    grid = stats.chi2.ppf((numpy.arange(2000) + .5) / 2000, degrees)
    within = stats.norm.cdf(value / numpy.sqrt(degrees * (1 / grid[:, None] + 1 / grid[None, :])))
    assert (within.mean(axis=1) ** (k - 1)).mean() == pytest.approx(.95, abs=2e-4)


@pytest.mark.parametrize("method", ["exact", "wilson"])
def test_intervals_of_a_share(method):
    for hits, trials, low, high in of(method):
        found = stats.binomtest(int(hits), int(trials)).proportion_ci(.95, method)
        assert (low, high) == pytest.approx((found.low, found.high), rel=1e-10, abs=1e-12)
