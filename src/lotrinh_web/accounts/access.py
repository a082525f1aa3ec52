"""What each view asks of who opens it, declared on the view: a decorator that also holds it.

A view that declares nothing fails the test of the permission matrix. Public pages say that
they are public; the rest of the desk needs a person who is signed in, and mostly a power.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from lotrinh.base.errors import LotrinhError
from lotrinh.base.words import Lang, say
from lotrinh_web.accounts.factors import has_second_factor
from lotrinh_web.accounts.powers import NotAllowedError, holds, posts_of, require, require_somewhere
from lotrinh_web.accounts.roles import Power

View = Callable[..., Any]
#: From the arguments of a view to the id of the body it is about.
BodyOf = Callable[..., str]


@dataclass(frozen=True)
class Access:
    """What a view asks for: nothing, a person who is signed in, or one of some powers."""

    #: Whether anyone may open it.
    public: bool = False
    #: The powers of which one is asked for; none when being signed in is enough.
    powers: tuple[Power, ...] = ()
    #: Whether the power is asked for at one body, told by the address, or anywhere at all.
    at_body: bool = False


def public(view: View) -> View:
    """Declare that anyone may open the view, signed in or not."""
    view.access = Access(public=True)  # type: ignore[attr-defined]
    return view


def signed_in(view: View) -> View:
    """Show the view to people who are signed in; lead others to the door and back."""
    return _guarded(view, Access(), None, factor=True)


def own_account(view: View) -> View:
    """Show the view of one's own account, even before a second factor that is asked for is set."""
    return _guarded(view, Access(), None, factor=False)


def needs(power: Power, body_of: BodyOf | None = None) -> Callable[[View], View]:
    """Show the view to who has the power: at the body the arguments tell of, or anywhere.

    A view that only learns the body from what is posted asks `powers.require` itself as well.
    """

    def declare(view: View) -> View:
        asked = Access(powers=(power,), at_body=body_of is not None)
        return _guarded(view, asked, body_of, factor=True)

    return declare


def needs_one_of(*powers: Power) -> Callable[[View], View]:
    """Show the view to who has one of the powers anywhere; a refusal speaks of the first."""
    return lambda view: _guarded(view, Access(powers=powers), None, factor=True)


def asks(power: Power) -> Callable[[View], View]:
    """Declare the power an operation of the API asks for at the body it is about.

    An operation learns the body from what it is sent, so it calls `powers.require` itself.
    """

    def declare(view: View) -> View:
        view.access = Access(powers=(power,), at_body=True)  # type: ignore[attr-defined]
        return view

    return declare


def access_of(view: View) -> Access | None:
    """Return what a view declares; None when it declares nothing."""
    found: Access | None = getattr(view, "access", None)
    return found


def lacks_factor(user: Any) -> bool:
    """Tell whether a role of the person asks for a second factor and none is set up."""
    asked = {post.role for post in posts_of(user.get_username(), timezone.localdate())}
    return bool(asked & settings.SECOND_FACTOR_ROLES) and not has_second_factor(user)


def _guarded(view: View, access: Access, body_of: BodyOf | None, *, factor: bool) -> View:
    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, lang: Lang, **rest: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            onward = urlencode({"next": request.get_full_path()})
            door = reverse("account_login", kwargs={"lang": lang})
            return HttpResponseRedirect(f"{door}?{onward}")
        if factor and lacks_factor(request.user):
            return HttpResponseRedirect(reverse("mfa_index", kwargs={"lang": lang}))
        try:
            _check(request.user.get_username(), access, body_of, rest)
            answer: HttpResponse = view(request, lang=lang, **rest)
        except NotAllowedError as error:
            return refused(request, lang, error)
        return answer

    guarded.access = access
    return guarded


def _check(person: str, access: Access, body_of: BodyOf | None, rest: dict[str, Any]) -> None:
    """Raise NotAllowedError unless the person may open the view."""
    if not access.powers:
        return
    today = timezone.localdate()
    if body_of is not None:
        require(person, access.powers[0], body_of(**rest), today)
    elif not any(holds(person, power, today) for power in access.powers):
        require_somewhere(person, access.powers[0], today)


def refused(request: HttpRequest, lang: Lang, error: LotrinhError) -> HttpResponse:
    """Answer 403 with a page that says what is missing and whom to ask."""
    context = {
        "lang": lang,
        "name": "error",
        "title": say("lotrinh_web.forbidden", lang),
        "said": [(one.wrong(lang), one.mend(lang)) for one in error.problems],
    }
    return render(request, "portal/error.html", context, status=403)
