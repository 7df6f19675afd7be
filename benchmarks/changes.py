"""How often a change is found where there is none, and where there is one, by the price of a change.

In: nothing. Out: for each price, the share of series of noise alone in which a change is found (steady and in bursts,
of several lengths), and the share of series that turn their sign in the middle in which it is found within six periods.
"""

from __future__ import annotations

import numpy as np

from dragoman.analysis import change

# Scores of events and how often they are met, roughly as in published event data.
SCORES = np.array([2.5, 4.0, 5.0, 9.5, 10.0, -3.0, -2.0, -3.5, -6.0, -9.0])
SHARES = np.array([0.30, 0.15, 0.10, 0.08, 0.05, 0.12, 0.08, 0.04, 0.04, 0.04])
SERIES = 200
NEAR = 6
# Events a period, and how much the rate itself moves from period to period (0: not at all).
NOISE = ((0.5, 0.0), (3.0, 0.0), (20.0, 0.0), (3.0, 1.0), (20.0, 1.0))


def make_series(chance: np.random.Generator, periods: int, rate: float, burst: float) -> list[float]:
    """The sums of the scores of random events, period by period."""
    rates = rate * (chance.gamma(1 / burst, burst, periods) if burst else np.ones(periods))
    return [float(chance.choice(SCORES, chance.poisson(each), p=SHARES).sum()) for each in rates]


def main() -> None:
    """Print both shares for some prices."""
    print("price  periods  " + "  ".join(f"rate {rate:g}{', bursts' if burst else ''}" for rate, burst in NOISE))
    for price in (2.0, 3.0, 4.0):
        change.PRICE = price
        chance = np.random.default_rng(1)
        for periods in (60, 240, 480):
            found = [
                sum(bool(change.find_changes(make_series(chance, periods, *noise))) for _ in range(SERIES)) / SERIES
                for noise in NOISE
            ]
            print(f"{price:5g}  {periods:7}  " + "  ".join(f"{share:.3f}" for share in found))
        hits = 0
        for _ in range(SERIES):
            values = make_series(chance, 120, 3.0, 0.5) + [-each for each in make_series(chance, 120, 3.0, 0.5)]
            hits += any(abs(each.at - 120) <= NEAR for each in change.find_changes(values))
        print(f"{price:5g}  a sign that turns is found in {hits / SERIES:.3f}")


if __name__ == "__main__":
    main()
