"""Reference figures for the tests beside this file.

Run with statsmodels 0.13.5, scipy 1.10.1 and numpy 1.24.2 (Debian 12: python3-statsmodels):
    /usr/bin/python3 references.py > references.json
"""
import json
import warnings

import numpy as np
import statsmodels.api as sm
from scipy import stats
from statsmodels.stats.sandwich_covariance import cov_hac_simple
from statsmodels.tsa.adfvalues import mackinnonp
from statsmodels.tsa.stattools import adfuller, kpss

warnings.simplefilter("ignore")

# Flow of the Nile at Aswan 1871-1970, 10^8 m3 a year: a classical public series.
nile = [
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
    1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
    831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759,
    781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890,
    744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
]
# Made up: 60 quarters of counts with a season and more spread than Poisson, amounts with zeros, and a signal.
t = np.arange(60)
signal = np.round(np.sin(1.7 * t) + 0.5 * np.cos(0.9 * t * t), 6)
counts = np.floor(np.exp(2 + 0.4 * np.sin(np.pi * t / 2) + 0.3 * signal + 0.9 * np.sin(3.1 * t * t))).astype(int)
money = np.where(counts % 5 == 0, 0.0, np.round(counts * np.exp(1.5 * np.cos(2.3 * t * t)), 4))
controls = [np.ones(60), (t + 1) / 60.0, signal]


def columns(design):
    return [list(map(float, column)) for column in design]


def listed(matrix):
    return np.asarray(matrix).tolist()


out = {
    "made_with": "statsmodels 0.13.5, scipy 1.10.1, numpy 1.24.2",
    "nile": nile,
    "counts": counts.tolist(),
    "money": money.tolist(),
    "columns": columns(controls),
}

X = np.column_stack(controls)
level = np.log(np.asarray(nile, float))
trend = np.column_stack([np.ones(100), np.arange(1, 101)])
ols = sm.OLS(level, trend).fit()
out["ols"] = {
    "coefficients": listed(ols.params),
    "residualSum": ols.ssr,
    "inverse": listed(ols.normalized_cov_params),
    "hac": [
        {"lags": m, "covariance": listed(cov_hac_simple(ols, nlags=m, use_correction=False))} for m in (0, 3, 8)
    ],
}

series = {"nile": level, "changes": np.diff(level), "walk": np.cumsum(signal)}
out["series"] = {name: listed(values) for name, values in series.items()}
out["adf"] = []
out["kpss"] = []
for name, values in series.items():
    for regression, deterministic in (("c", "level"), ("ct", "trend")):
        for lags in (0, 4, "aic", "bic"):
            options = {"autolag": lags.upper()} if isinstance(lags, str) else {"maxlag": lags, "autolag": None}
            statistic, p, used = adfuller(values, regression=regression, **options)[:3]
            out["adf"].append(
                {"series": name, "deterministic": deterministic, "lags": lags,
                 "statistic": statistic, "pValue": p, "used": used}
            )
        for lags in (0, 5, "hobijn"):
            statistic, p, used = kpss(values, regression=regression, nlags="auto" if lags == "hobijn" else lags)[:3]
            out["kpss"].append(
                {"series": name, "deterministic": deterministic, "lags": lags,
                 "statistic": statistic, "pValue": p, "used": int(used)}
            )
out["mackinnon"] = [
    {"tau": tau, "deterministic": d, "pValue": float(mackinnonp(tau, regression=r))}
    for tau in (-20.0, -6.5, -3.41, -2.86, -1.2, 0.0, 0.65, 2.0, 3.0) for r, d in (("c", "level"), ("ct", "trend"))
]

out["poisson"] = []
for name, y in (("counts", counts), ("money", money)):
    for m in (0, 3):
        fit = sm.GLM(y, X, family=sm.families.Poisson()).fit(
            tol=1e-14, maxiter=200, cov_type="HAC", cov_kwds={"maxlags": m, "use_correction": False}
        )
        out["poisson"].append(
            {"series": name, "lags": m, "coefficients": listed(fit.params), "covariance": listed(fit.cov_params())}
        )

start = sm.NegativeBinomial(counts, X).fit(method="bfgs", disp=0, maxiter=1000, gtol=1e-10)
nb = sm.NegativeBinomial(counts, X).fit(start_params=start.params, method="newton", disp=0, tol=1e-15, maxiter=500)
assert np.abs(nb.model.score(nb.params)).max() < 1e-9
out["negativeBinomial"] = {
    "coefficients": listed(nb.params[:-1]), "alpha": float(nb.params[-1]), "logLikelihood": float(nb.llf),
}

# The one-step estimate from its definition, with plain matrices.
out["oneStep"] = []
base = X[:, :2]
for name, y, alpha in (("counts", counts, 0.25), ("money", money, 0.0)):
    family = sm.families.Poisson() if alpha == 0 else sm.families.NegativeBinomial(alpha=alpha)
    null = sm.GLM(y, base, family=family if alpha == 0 else sm.families.NegativeBinomial(sm.families.links.log(), alpha=alpha)).fit(tol=1e-14, maxiter=200)
    mu = null.mu
    r = (y - mu) / (1 + alpha * mu)
    W = np.diag(mu / (1 + alpha * mu))
    rest = signal - base @ np.linalg.solve(base.T @ W @ base, base.T @ W @ signal)
    information = rest @ W @ rest
    b = rest @ r / information
    u = rest * (r - W @ rest * b)
    V = u @ u + sum(2 * (1 - j / 4) * (u[j:] @ u[:-j]) for j in (1, 2, 3))
    error = np.sqrt(V) / information
    out["oneStep"].append(
        {"series": name, "alpha": alpha, "means": listed(mu), "lags": 3, "z": b / error,
         "coefficient": b, "standardError": error}
    )

draws = [0.3, -1.2, 2.2, 0.05, -0.7, 1.1, -2.0, 0.9]
out["quantile"] = {"draws": draws, "at": [{"p": p, "value": float(np.quantile(draws, p))} for p in (0, 0.2, 0.5, 0.93, 1)]}
out["correlation"] = [
    {"n": n, "looks": k, "value": float(np.tanh((stats.norm.ppf(1 - 0.05 / (2 * k)) + stats.norm.ppf(0.8)) / np.sqrt(n - 3)))}
    for n, k in ((85, 1), (28, 78), (64, 78), (5, 72))
]
print(json.dumps(out))
