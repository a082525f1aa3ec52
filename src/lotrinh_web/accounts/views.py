"""The door of the desk: in with a name and a password, out with a button."""

from __future__ import annotations

from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from lotrinh.base.errors import LotrinhError, wrong
from lotrinh.base.words import Lang, say
from lotrinh_web.accounts.actions import check_password


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest, lang: Lang) -> HttpResponse:
    """Ask for name and password; on success go where the person wanted to go."""
    onward = _onward(request, lang)
    said: list[tuple[str, str]] = []
    name = request.POST.get("name", "")
    if request.method == "POST":
        try:
            password = request.POST.get("password", "")
            now = timezone.now()
            person = check_password(request=request, name=name, password=password, at=now)
            if person is None:
                raise wrong("lotrinh_web.account_wrong")
        except LotrinhError as error:
            said = [(one.wrong(lang), one.mend(lang)) for one in error.problems]
        else:
            login(request, person)
            return HttpResponseRedirect(onward)
    context = {"lang": lang, "name": "door", "said": said, "person": name, "next": onward}
    return render(request, "accounts/sign_in.html", context, status=422 if said else 200)


@require_POST
def sign_out(request: HttpRequest, lang: Lang) -> HttpResponse:
    """End the session."""
    logout(request)
    return HttpResponseRedirect(reverse(f"{lang}-desk:sign_in"))


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose token is missing or old; nothing was done."""
    lang: Lang = "en" if request.path_info.startswith("/en/") else "vi"
    context = {
        "lang": lang,
        "name": "error",
        "title": say("lotrinh_web.account_stale", lang),
        "mend": say("lotrinh_web.account_stale_mend", lang),
    }
    return render(request, "portal/error.html", context, status=403)


def _onward(request: HttpRequest, lang: Lang) -> str:
    """Return where to go next: an address of this site, the desk when there is none."""
    asked: str = request.POST.get("next") or request.GET.get("next") or ""
    own = url_has_allowed_host_and_scheme(
        asked, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return asked if own and asked else reverse(f"{lang}-desk:reviews")
