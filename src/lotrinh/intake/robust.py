"""How far a value lies from a sample, measured so that one wrong figure cannot hide another.

The modified z-score of B. Iglewicz and D. C. Hoaglin, How to Detect and Handle Outliers
(ASQC Quality Press, 1993), also in the NIST/SEMATECH e-Handbook of Statistical Methods,
section 1.3.5.17: 0.6745 (x - median) / MAD, an outlier beyond 3.5. Where half the sample is
one value the MAD is zero; their second form then takes the mean absolute deviation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

#: Beyond this a value is called an outlier (Iglewicz and Hoaglin).
OUTLIER = 3.5
#: The 0.75 quantile of the standard normal, and its standard deviation over its mean
#: absolute deviation.
_MAD_OF_NORMAL = 0.6745
_NORMAL_OVER_MEAN_AD = 1.253314


@dataclass(frozen=True)
class Spread:
    """The middle of a sample and how far its values lie from it, measured once.

    >>> round(Spread.of([10.0, 11.0, 12.0, 13.0, 14.0]).z(100.0), 3)
    59.356
    >>> Spread.of([7.0, 7.0]).z(8.0)
    0.0
    """

    middle: float
    #: What one unit of the score is; 0 for a sample without any spread, which judges nothing.
    unit: float

    @classmethod
    def of(cls, sample: Sequence[float]) -> Spread:
        """Measure a sample of one value or more."""
        middle = median(sample)
        deviations = [abs(one - middle) for one in sample]
        unit = median(deviations) / _MAD_OF_NORMAL
        return cls(middle, unit or _NORMAL_OVER_MEAN_AD * fmean(deviations))

    def z(self, value: float) -> float:
        """Return the modified z-score of a value."""
        return (value - self.middle) / self.unit if self.unit else 0.0
