"""Mails what was not mailed yet: one letter a person, however much there is to tell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage

from lotrinh.base.words import Lang, say
from lotrinh_web.notices.models import Notice
from lotrinh_web.notices.queries import words
from lotrinh_web.reporting.lists import inbox

#: Notices told in one letter; the rest is on the screen.
MOST = 50


def send_digests(*, on: date, at: datetime, failed: Callable[[str, str], None]) -> int:
    """Mail each person with an address what is new; return how many letters went out.

    A letter that could not be sent is told to `failed` (person, why) and tried again next time.
    """
    waiting = Notice.objects.filter(mailed_at=None, read_at=None)
    names = set(waiting.values_list("person", flat=True))
    people = get_user_model().objects.filter(username__in=names, is_active=True).exclude(email="")
    count = 0
    for person in people.order_by("username"):
        notices = list(waiting.filter(person=person.get_username()).order_by("id"))
        try:
            _letter(person, notices, on).send()
        except (SMTPException, OSError) as error:
            failed(person.get_username(), str(error))
            continue
        Notice.objects.filter(id__in=[one.pk for one in notices]).update(mailed_at=at)
        count += 1
    return count


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
