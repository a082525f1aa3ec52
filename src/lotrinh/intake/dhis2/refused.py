"""What a DHIS2 expression may hold and a formula of ours may not, and the message that says why."""

from __future__ import annotations

_WHY = {
    "dhis2_rounding": "d2:round d2:ceil d2:floor",
    "dhis2_no_operation": (
        "log log10 d2:modulus normDistCum normDistDen percentileCont % ^ "
        "stddev stddevPop stddevSamp variance median"
    ),
    "dhis2_over_many": (
        "avg count max min sum d2:count d2:countIfValue d2:countIfZeroPos d2:countIfCondition "
        "d2:maxValue d2:minValue d2:hasValue d2:hasUserRole d2:inOrgUnitGroup d2:lastEventDate "
        "distinct orgUnit subExpression yearlyPeriod"
    ),
    "dhis2_texts": (
        "d2:concatenate contains containsItems d2:left d2:right d2:length d2:split d2:substring "
        "d2:validatePattern d2:extractDataMatrixValue d2:zScoreHFA d2:zScoreWFA d2:zScoreWFH"
    ),
    "dhis2_dates": (
        "d2:daysBetween d2:weeksBetween d2:monthsBetween d2:yearsBetween d2:minutesBetween "
        "d2:addDays [days]"
    ),
}

#: The key of the message by the function, sign or item that is refused.
REFUSED = {name: key for key, names in _WHY.items() for name in names.split()}
