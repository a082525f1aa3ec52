"""Mails what was not mailed yet: one letter a person, however much there is to tell.

The notices are the outbox: they are written in the transaction of the deed, and wait until a
letter has told them. Whoever sends takes a person's notices first, so that two senders do not
send them twice; what a sender took and never sent is free again after a while.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.db.models import Q

from lotrinh.base.words import Lang, say
from lotrinh.ledger import day_of
from lotrinh_web.notices.models import Notice
from lotrinh_web.notices.queries import How, mail_choices, words
from lotrinh_web.reporting.lists import inbox

#: Notices told in one letter; the rest is on the screen.
MOST = 50
#: A sender that has not sent so long after it took a person's notices is taken for dead.
LOST = timedelta(minutes=10)
_WAITING = Q(mailed_at=None, read_at=None)
#: What a server says of one letter; anything else is said of all.
_OF_ONE_LETTER = (SMTPRecipientsRefused, SMTPDataError)


def send_waiting(
    *, hows: tuple[How, ...], on: date, at: datetime, failed: Callable[[str, str], None]
) -> int:
    """Mail what waits to people who chose one of `hows`; return how many letters went out.

    A letter that could not be sent is told to `failed` (person, why) and tried again next time;
    when there is no server to send by, the others wait too.
    """
    count = 0
    for person in _people(hows, at):
        name = person.get_username()
        notices = _take(name, at)
        if not notices:
            continue
        taken = Notice.objects.filter(id__in=[one.pk for one in notices])
        try:
            _letter(person, notices, on).send()
        except (SMTPException, OSError) as error:
            taken.update(taken_at=None)
            failed(name, str(error))
            if not isinstance(error, _OF_ONE_LETTER):
                break
        else:
            taken.update(mailed_at=at)
            count += 1
    return count


def _people(hows: tuple[How, ...], at: datetime) -> Iterator[Any]:
    """Yield those with something waiting who want a letter now."""
    names = set(Notice.objects.filter(_WAITING).values_list("person", flat=True))
    chosen = mail_choices(names)
    users = get_user_model().objects.filter(username__in=names, is_active=True).exclude(email="")
    for user in users.order_by("username"):
        name = user.get_username()
        how = chosen[name]
        if how in hows and not (how == "daily" and _had_a_letter(name, day_of(at))):
            yield user


def _had_a_letter(person: str, day: date) -> bool:
    last = Notice.objects.filter(person=person).exclude(mailed_at=None).order_by("-mailed_at")
    found = last.first()
    return found is not None and found.mailed_at is not None and day_of(found.mailed_at) == day


def _take(person: str, at: datetime) -> list[Notice]:
    """Take what waits for a person, unless another sender has it, the oldest first."""
    is_free = Q(taken_at=None) | Q(taken_at__lt=at - LOST)
    Notice.objects.filter(_WAITING, is_free, person=person).update(taken_at=at)
    return list(Notice.objects.filter(_WAITING, person=person, taken_at=at).order_by("id"))


def _letter(person: Any, notices: list[Notice], on: date) -> EmailMessage:
    """Return a person's letter, in Vietnamese and, under it, in English."""
    count = len(notices)
    subject = say("lotrinh_web.mail_subject", "vi", count=count, day=on)
    waits = len(inbox(person.get_username(), on))
    parts = [_part(notices, waits, lang) for lang in ("vi", "en")]
    body = "\n\n--\n\n".join(parts) + "\n"
    return EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [person.email])


def _part(notices: list[Notice], waits: int, lang: Lang) -> str:
    desk = f"{settings.SITE_URL}{'/en' if lang == 'en' else ''}/desk/"
    lines = [say("lotrinh_web.mail_lead", lang, count=len(notices))]
    lines += [f"- {words(one, lang)}\n  {desk}{one.page}" for one in notices[:MOST]]
    if len(notices) > MOST:
        lines.append(say("lotrinh_web.mail_more", lang, count=len(notices) - MOST))
    if waits:
        lines.append(say("lotrinh_web.mail_waits", lang, count=waits) + f"\n  {desk}approvals/")
    return "\n".join(lines)
