"""R_t: held to R's EpiEstim where R is there, to the integral of its own posterior, to the paper's figures, and to an epidemic made up."""
import shutil
import subprocess

import numpy as np
import pytest
from scipy import integrate, stats

from lianfang.overview.chains.reproduction import pressure, reproduction, serial_weights

CASES = [1, 1, 0, 2, 5, 3, 3, 3, 6, 2, 5, 9, 13, 12, 13, 11, 12, 6, 6, 6, 3, 1, 0, 2, 0, 0, 0, 0, 0, 2, 0, 2]
FIRST = [CASES[0]] + [0] * (len(CASES) - 1)
LOCAL = [0, *CASES[1:]]


def weights(mean=4.7, deviation=2.9, days=60):
    return serial_weights(mean, deviation, days)


def test_weights_are_shares_of_days_with_the_mean_that_was_asked_for():
    found = weights()
    assert found[0] == 0 and (found >= 0).all()
    assert found.sum() == pytest.approx(1, abs=1e-6) and found @ np.arange(61) == pytest.approx(4.7, abs=1e-6)


@pytest.mark.parametrize("day", [1, 2, 3, 7])
def test_a_weight_is_the_integral_of_the_moved_gamma_over_the_days_beside(day):
    gamma = stats.gamma(a=(3.7 / 2.9) ** 2, scale=2.9 ** 2 / 3.7, loc=1)
    wanted, _error = integrate.quad(lambda t: (1 - abs(t - day)) * gamma.pdf(t), day - 1, day + 1, points=[max(day, 1), 1])
    assert weights()[day] == pytest.approx(wanted, abs=1e-7)


def test_pressure_is_what_earlier_cases_weigh():
    found, share = pressure(CASES, weights()), weights()
    assert np.isnan(found[0])
    for day in range(1, len(CASES)):
        assert found[day] == pytest.approx(sum(CASES[day - s] * share[s] for s in range(1, day + 1)))


def test_each_window_is_the_posterior_of_its_own_days():
    share, found = weights(), reproduction(LOCAL, FIRST, weights())
    assert [(one.first, one.last) for one in found[:2]] == [(1, 7), (2, 8)] and found[-1].last == len(CASES) - 1
    load = np.nan_to_num(pressure(CASES, share))
    for one in found[::6]:
        def density(r, days=range(one.first, one.last + 1)):
            return stats.gamma.logpdf(r, a=1, scale=5) + sum(stats.poisson.logpmf(LOCAL[day], r * load[day]) for day in days)

        at = np.linspace(1e-6, max(20, 3 * one.high), 200_001)
        shares = np.exp(density(at) - density(at).max())
        assert one.mean == pytest.approx((at * shares).sum() / shares.sum(), rel=1e-4)
        assert shares[at <= one.low].sum() / shares.sum() == pytest.approx(0.025, abs=1e-4)


def test_nothing_is_said_before_the_mean_serial_interval_or_of_too_short_a_series():
    assert reproduction(LOCAL[:7], FIRST[:7], weights()) == []
    assert reproduction(LOCAL, FIRST, serial_weights(14.5, 4, 60))[0].last == 14
    assert all(one.is_few for one in reproduction([0] * 30, [0] * 30, weights()))


@pytest.mark.parametrize(("local", "imported"), [([1, 2], [1]), ([1, -1], [0, 0]), ([[1]], [[0]])])
def test_series_that_do_not_fit_are_refused(local, imported):
    with pytest.raises(ValueError, match="same days"):
        reproduction(local, imported, weights())


@pytest.mark.parametrize(("mean", "deviation"), [(1, 2), (0.5, 1), (4, 0)])
def test_a_serial_interval_that_cannot_be_is_refused(mean, deviation):
    with pytest.raises(ValueError, match="serial interval"):
        serial_weights(mean, deviation, 30)


def test_an_epidemic_made_up_with_a_known_number_lies_within_the_ends():
    share, random, held, asked = weights(), np.random.default_rng(1861), 0, 0
    for _time in range(40):
        cases = [20.0]
        for day in range(1, 50):
            number = 1.8 if day < 25 else 0.7
            cases.append(random.poisson(number * sum(cases[day - s] * share[s] for s in range(1, day + 1))))
        for one in reproduction([0, *cases[1:]], [cases[0]] + [0] * 49, share):
            if 12 <= one.last < 25 or one.first >= 25:
                asked += 1
                held += one.low <= (1.8 if one.last < 25 else 0.7) <= one.high
    assert 0.92 < held / asked < 0.98


def test_imported_cases_infect_but_were_not_infected_here():
    all_local = reproduction(LOCAL, FIRST, weights())
    half = [n // 2 for n in LOCAL]
    fewer = reproduction(half, [f + n - h for f, n, h in zip(FIRST, LOCAL, half, strict=True)], weights())
    assert all(a.mean > b.mean for a, b in zip(all_local, fewer, strict=True) if a.cases > 3)


SCRIPT = """suppressMessages(library(EpiEstim)); I <- c(%s)
inc <- data.frame(local = c(0, I[-1]), imported = c(I[1], rep(0, length(I) - 1)))
res <- suppressWarnings(suppressMessages(estimate_R(inc, method = "parametric_si",
    config = make_config(list(mean_si = 4.7, std_si = 2.9, mean_prior = 5, std_prior = 5)))))
write.csv(res$R, row.names = FALSE)"""


def test_it_is_epiestim_to_a_millionth():
    if not shutil.which("Rscript"):
        pytest.skip("R is not here: install r-cran-epiestim to compare with it")
    ran = subprocess.run(["Rscript", "-e", SCRIPT % ", ".join(map(str, CASES))], capture_output=True, text=True, check=False)
    if ran.returncode:
        pytest.skip("R is here without EpiEstim: install r-cran-epiestim")
    head, *lines = [line.replace('"', "").split(",") for line in ran.stdout.splitlines()]
    found = reproduction(LOCAL, FIRST, serial_weights(4.7, 2.9, len(CASES)))
    assert len(lines) == len(found)
    for one, line in zip(found, lines, strict=True):
        told = dict(zip(head, map(float, line), strict=True))
        assert (one.first + 1, one.last + 1) == (told["t_start"], told["t_end"])
        got = (one.mean, one.deviation, one.low, one.middle, one.high)
        wanted = [told[name] for name in ("Mean(R)", "Std(R)", "Quantile.0.025(R)", "Median(R)", "Quantile.0.975(R)")]
        assert got == pytest.approx(wanted, abs=1e-6)
