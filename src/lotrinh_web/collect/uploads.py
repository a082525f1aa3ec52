"""Keeps a file that was uploaded until it is sent or thrown away, and reads it anew each time."""

from __future__ import annotations

from datetime import datetime, timedelta

from lotrinh.base.errors import Where, wrong
from lotrinh.intake.free_table import Table, open_table
from lotrinh.intake.mapping import Mapping, fingerprint
from lotrinh.intake.read_mapped import read_mapped
from lotrinh.intake.sheet import Sheet, read_sheet
from lotrinh.intake.suggest_mapping import suggest
from lotrinh.intake.zip_guard import MOST_BYTES
from lotrinh_web.collect.asked import Asked
from lotrinh_web.collect.beside import Beside
from lotrinh_web.collect.models import ColumnMapping, Upload

#: A file that nobody sent is thrown away after so long.
KEPT = timedelta(days=2)
#: Files of one person for one report that are kept at a time.
MOST = 5


def take_in(*, asked: Asked, name: str, data: bytes, is_own: bool, by: str, at: datetime) -> Upload:
    """Keep a file as it was sent; raises LotrinhError for an empty or a too large one."""
    if not data:
        raise wrong("lotrinh_web.collect_no_file", Where(field="file"))
    if len(data) > MOST_BYTES:
        raise wrong("intake.file_too_large", Where(name), most=MOST_BYTES // 1024**2)
    Upload.objects.filter(at__lt=at - KEPT).delete()
    old = Upload.objects.filter(report=asked.address, by=by).order_by("-id")[MOST - 1 :]
    Upload.objects.filter(id__in=[one.pk for one in old]).delete()
    return Upload.objects.create(
        report=asked.address, name=name[:200], content=data, is_own=is_own, by=by, at=at
    )


def find(id: int, asked: Asked, by: str) -> Upload | None:
    """Return a person's own upload for a report; None when there is none."""
    return Upload.objects.filter(id=id, report=asked.address, by=by).first()


def read(upload: Upload, at_hand: Beside) -> Sheet:
    """Return what an upload holds; raises LotrinhError when it cannot be read as a whole."""
    data = bytes(upload.content)
    if not upload.is_own:
        return read_sheet(data, upload.name, at_hand.form)
    table = open_table(data, upload.name)
    return read_mapped(table, mapping_of(upload, table, at_hand), at_hand.form)


def mapping_of(upload: Upload, table: Table, at_hand: Beside) -> Mapping:
    """Return how an own table is read: as said for it, as remembered, or as its heads suggest."""
    if upload.mapping:
        return Mapping.of(upload.mapping)
    obligation = at_hand.asked.obligation
    known = ColumnMapping.objects.filter(
        body=obligation.body,
        obligation=str(obligation.address),
        fingerprint=fingerprint(table.heads, at_hand.asked.period),
    ).first()
    if known is None:
        return suggest(table, at_hand.form)
    return Mapping.of(known.mapping).for_heads(table.heads, at_hand.asked.period)


def remember(
    *, upload: Upload, table: Table, mapping: Mapping, asked: Asked, by: str, at: datetime
) -> None:
    """Keep how a table is read: for this file, and for the next one of its shape."""
    upload.mapping = mapping.as_dict()
    upload.save(update_fields=["mapping"])
    ColumnMapping.objects.update_or_create(
        body=asked.obligation.body,
        obligation=str(asked.obligation.address),
        fingerprint=fingerprint(table.heads, asked.period),
        defaults={"mapping": mapping.as_dict(), "by": by, "at": at},
    )
