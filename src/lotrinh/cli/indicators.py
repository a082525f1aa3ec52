"""The command on an indicator: its metadata sheet."""

from __future__ import annotations

import argparse

from lotrinh.base.errors import Where, wrong
from lotrinh.cli.asked import lang_of
from lotrinh.cli.definitions import read_indicators
from lotrinh.cli.put import as_json_text


def indicator(arguments: argparse.Namespace) -> int:
    """Print the metadata sheet of an indicator."""
    from lotrinh.indicators.load import nearest
    from lotrinh.publish.page.indicator import indicator_page, sheet_data
    from lotrinh.publish.sheet import indicator_sheet

    known, bodies = read_indicators(arguments.content)
    id = arguments.id
    if id not in known:
        raise wrong("indicators.unknown", Where(field="ID"), id=id, near=nearest(id, known))
    page = indicator_page(id, known, bodies, (), lang_of(arguments))
    print(as_json_text(sheet_data(page)) if arguments.json else indicator_sheet(page))
    return 0
