"""What templates of accounts may call: addresses in the page's language, and the desk's links."""

from __future__ import annotations

from typing import Any

from django.template import Context, Library
from django.urls import reverse
from django.utils import timezone

from lotrinh.base.words import day as written
from lotrinh.base.words import say
from lotrinh_web.accounts.powers import holds
from lotrinh_web.accounts.roles import Power

register = Library()

#: Pages of the desk in its head: the power that opens them, their address and their words.
_LINKS: tuple[tuple[Power | None, str, str], ...] = (
    ("report", "desk:reports", "collect_reports"),
    ("approve", "desk:inbox", "ledger_inbox"),
    ("plan", "desk:inbox", "ledger_inbox"),
    ("read", "desk:submissions", "ledger_submissions"),
    ("plan", "desk:reviews", "review_desk"),
    ("plan", "desk:requests", "collect_requests"),
    ("administer", "account_people", "people"),
    ("administer", "desk:reminders", "reminders"),
    (None, "desk:notices", "notices"),
    (None, "mfa_index", "account_mine"),
)


@register.simple_tag(takes_context=True)
def account(context: Context, page: str, **parts: Any) -> str:
    """Print the address of a page of accounts, in the language of the page."""
    url: str = reverse(page, kwargs={"lang": context["lang"], **parts})
    return url


@register.simple_tag(takes_context=True)
def desk_links(context: Context) -> list[tuple[str, str, bool]]:
    """Return the pages of the desk this person may open: address, words, whether it is here."""
    request, lang = context["request"], context["lang"]
    person, today = request.user.get_username(), timezone.localdate()
    found = {}
    for power, name, words in _LINKS:
        if power is None or holds(person, power, today):
            url = _url(name, lang)
            found[url] = (url, say(f"lotrinh_web.{words}", lang), request.path == url)
    return list(found.values())


@register.simple_tag(takes_context=True)
def moment(context: Context, at: Any) -> str:
    """Print a moment as the reader's language writes it."""
    local = timezone.localtime(at)
    return f"{local:%H:%M}, {written(local.date(), context['lang'])}"


@register.simple_tag(takes_context=True)
def device(context: Context, user_agent: str) -> str:
    """Print the browser and system of a session in short; what is unknown as it says itself."""
    browser = next((name for sign, name in _BROWSERS if sign in user_agent), "")
    system = next((name for sign, name in _SYSTEMS if sign in user_agent), "")
    found = ", ".join(part for part in (browser, system) if part)
    return found or user_agent[:60] or say("lotrinh_web.session_unknown", context["lang"])


#: Signs in a browser's own description, those that others also carry last.
_BROWSERS = (("Edg/", "Edge"), ("Firefox/", "Firefox"), ("coc_coc", "Cốc Cốc"),
             ("Chrome/", "Chrome"), ("Safari/", "Safari"))  # fmt: skip
_SYSTEMS = (("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"),
            ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux"))  # fmt: skip


def _url(name: str, lang: str) -> str:
    app, _, view = name.rpartition(":")
    return reverse(f"{lang}-{app}:{view}") if app else reverse(name, kwargs={"lang": lang})
