"""How far something may be told: to everyone, inside the administration, or to few."""

from __future__ import annotations

from typing import Literal, get_args

#: Empty for what is open. `internal` is CONF_STATUS N of SDMX (not for publication, restricted
#: for internal use only), `confidential` is C; SDMX cross-domain code list CL_CONF_STATUS.
Mark = Literal["", "internal", "confidential"]
MARKS: tuple[Mark, ...] = get_args(Mark)
