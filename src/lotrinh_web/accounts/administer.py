"""The administrator's pages: people, their posts, one-time links, sessions; and the welcome page.

Who administers one body sees and gives the posts at it and below, no others.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, cast

from allauth.usersessions.models import UserSession
from django.contrib.auth import get_user_model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lotrinh.base.errors import LotrinhError, Problem, Where, wrong
from lotrinh.base.files import read_day_or_none
from lotrinh.base.words import Lang
from lotrinh_web.accounts import people
from lotrinh_web.accounts.access import needs, public, refused, signed_in
from lotrinh_web.accounts.appoint import appoint, delegate, end_post
from lotrinh_web.accounts.factors import has_second_factor
from lotrinh_web.accounts.pages import page
from lotrinh_web.accounts.posts import EVERYWHERE, Post, ever_held, held
from lotrinh_web.accounts.powers import bodies_within_reach, body_name, may, posts_of
from lotrinh_web.accounts.roles import MANNERS, POWERS, Manner, Role, role_name
from lotrinh_web.accounts.shown import ShownPost, shown_post
from lotrinh_web.desk.queries import bodies

_FORM = ["GET", "HEAD", "POST"]


@needs("administer")
@require_http_methods(_FORM)
def everyone(request: HttpRequest, lang: Lang) -> HttpResponse:
    """List people; add one."""
    by, now, problems = request.user.get_username(), timezone.now(), tuple[Problem, ...]()
    if request.method == "POST":
        given = {name: request.POST.get(name, "").strip() for name in ("name", "full_name")}
        try:
            made = people.add_person(by=by, at=now, **given)
        except LotrinhError as error:
            problems = error.problems
        else:
            return _to_person(lang, made.get_username())
    return page(request, lang, "people", problems, people=_rows(by, lang), given=request.POST)


@needs("administer")
@require_http_methods(_FORM)
def one_person(request: HttpRequest, lang: Lang, name: str) -> HttpResponse:
    """Show a person: posts, how they sign in, sessions; and do what is asked with them."""
    user, by, now = _user(name), request.user.get_username(), timezone.now()
    if not _is_visible(by, user, now):
        raise Http404(name)
    problems, link = tuple[Problem, ...](), ""
    if request.method == "POST":
        try:
            link = _do(request, lang, user, by, now)
        except LotrinhError as error:
            if error.problems[0].key == "lotrinh_web.not_allowed":
                return refused(request, lang, error)
            problems = error.problems
        else:
            if not link:
                return _to_person(lang, name)
    return page(request, lang, "person", problems, **_shown(user, by, lang, now), link=link)


@signed_in
@require_http_methods(_FORM)
def stand_in(request: HttpRequest, lang: Lang, id: int) -> HttpResponse:
    """Let another hold one's own post for a time, or take that back."""
    by, now, today = request.user.get_username(), timezone.now(), timezone.localdate()
    own = next((post for post in posts_of(by, today) if post.id == id), None)
    if own is None or own.acting_for:
        raise Http404(id)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            if "revoke" in request.POST:
                reason = request.POST.get("reason", "")
                end_post(
                    id=_number(request, "revoke"), valid_to=today, reason=reason, by=by, at=now
                )
            else:
                _delegate(request, id, by, now)
            return HttpResponseRedirect(
                reverse("account_stand_in", kwargs={"lang": lang, "id": id})
            )
        except LotrinhError as error:
            problems = error.problems
    names = people.full_names()
    others = [one for one in held(today) if _stands_for(one, own)]
    shown = {
        "post": shown_post(own, names, lang, today),
        "delegations": [shown_post(one, names, lang, today) for one in others],
        "manners": MANNERS,
        "given": request.POST,
        "today": today,
    }
    return page(request, lang, "stand_in", problems, **shown)


@public
@never_cache
@require_http_methods(_FORM)
def welcome(request: HttpRequest, lang: Lang, part: str, token: str) -> HttpResponse:
    """Let who holds a one-time link set a password; the link is then spent."""
    user = people.person_of_link(part, token)
    if user is None:
        return page(request, lang, "spent", (wrong("lotrinh_web.link_spent").problems), status=404)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        given = {name: request.POST.get(name, "") for name in ("password", "again")}
        try:
            people.set_password(user=user, by=user.get_username(), at=timezone.now(), **given)
        except LotrinhError as error:
            problems = error.problems
        else:
            return HttpResponseRedirect(reverse("account_login", kwargs={"lang": lang}))
    return page(request, lang, "welcome", problems, person=user)


def _do(request: HttpRequest, lang: Lang, user: Any, by: str, at: datetime) -> str:
    """Do what the form asks; return the one-time link when that is what was asked for."""
    asked: dict[str, Any] = {"user": user, "by": by, "at": at}
    match request.POST.get("do"):
        case "appoint":
            _appoint(request, user.get_username(), by, at)
        case "end_post":
            day = read_day_or_none(request.POST.get("last", ""), Where(field="last"))
            valid_to = day + timedelta(days=1) if day else timezone.localdate(at)
            reason = request.POST.get("reason", "")
            end_post(id=_number(request, "post"), valid_to=valid_to, reason=reason, by=by, at=at)
        case "link":
            part, token = people.one_time_link(**asked)
            kwargs = {"lang": lang, "part": part, "token": token}
            return str(request.build_absolute_uri(reverse("account_welcome", kwargs=kwargs)))
        case "end_sessions":
            people.end_sessions(**asked)
        case "reset_factors":
            people.reset_factors(**asked)
        case "close" | "open" as wish:
            people.close_account(**asked, is_active=wish == "open")
        case _:
            raise Http404
    return ""


def _appoint(request: HttpRequest, person: str, by: str, at: datetime) -> None:
    given = request.POST
    appoint(
        person=person,
        role=cast(Role, given.get("role", "")),
        body=_body(given.get("body", "")),
        valid_from=_day(request, "first") or timezone.localdate(at),
        valid_to=_after(_day(request, "last")),
        basis=given.get("basis", ""),
        by=by,
        at=at,
    )


def _body(chosen: str) -> str:
    """Return the body chosen; all of them only when that was chosen, never for want of a choice."""
    if not chosen:
        raise wrong("lotrinh_web.no_such_body", Where(field="body"), body="")
    return EVERYWHERE if chosen == "*" else chosen


def _delegate(request: HttpRequest, id: int, by: str, at: datetime) -> None:
    last = _day(request, "last")
    if last is None:
        raise wrong("lotrinh_web.delegate_until", Where(field="last"))
    delegate(
        id=id,
        to=request.POST.get("to", "").strip(),
        manner=cast(Manner, request.POST.get("manner", "")),
        valid_from=_day(request, "first") or timezone.localdate(at),
        valid_to=last + timedelta(days=1),
        basis=request.POST.get("basis", ""),
        by=by,
        at=at,
    )


def _day(request: HttpRequest, name: str) -> date | None:
    return read_day_or_none(request.POST.get(name, "").strip(), Where(field=name))


def _after(last: date | None) -> date | None:
    return last + timedelta(days=1) if last else None


def _number(request: HttpRequest, name: str) -> int:
    text = request.POST.get(name, "")
    return int(text) if text.isdigit() else 0


def _user(name: str) -> Any:
    found = get_user_model().objects.filter(username=name).first()
    if found is None:
        raise Http404(name)
    return found


def _to_person(lang: Lang, name: str) -> HttpResponse:
    url = reverse("account_person", kwargs={"lang": lang, "name": name})
    return HttpResponseRedirect(url)


def _stands_for(one: Post, own: Post) -> bool:
    same = (one.role, one.body) == (own.role, own.body)
    return one.acting_for == own.person and same


def _is_visible(by: str, user: Any, at: datetime) -> bool:
    """Whether an administrator sees a person: one with a post in reach, or with none yet."""
    today = timezone.localdate(at)
    posts = ever_held(person=user.get_username())
    return not posts or any(may(by, "administer", post.body, today) for post in posts)


def _rows(by: str, lang: Lang) -> list[dict[str, Any]]:
    """Return the people an administrator sees, each with the posts held today."""
    today, names = timezone.localdate(), people.full_names()
    reach = bodies_within_reach(by, "administer", today)
    all_of_them = may(by, "administer", EVERYWHERE, today)
    ever = ever_held()
    seen = {p.person for p in ever if all_of_them or p.body in reach}
    with_posts = {post.person for post in ever}
    now: dict[str, list[ShownPost]] = {}
    for post in held(today):
        now.setdefault(post.person, []).append(shown_post(post, names, lang, today))
    users = get_user_model().objects.order_by("username")
    shown = [u for u in users if u.username in seen or u.username not in with_posts]
    return [{"user": user, "posts": now.get(user.username, [])} for user in shown]


def _shown(user: Any, by: str, lang: Lang, at: datetime) -> dict[str, Any]:
    """Return what the page of a person prints."""
    today, names = timezone.localdate(at), people.full_names()
    posts = ever_held(person=user.get_username())
    may_all = may(by, "administer", EVERYWHERE, today)
    return {
        "person": user,
        "posts": [shown_post(one, names, lang, today) for one in reversed(posts)],
        "may_administer": people.may_administer(by, user, at),
        "has_factor": has_second_factor(user),
        "sessions": UserSession.objects.purge_and_list(user),
        "roles": [(role, role_name(role).say(lang)) for role in POWERS],
        "bodies": _choosable(by, lang, today),
        "may_all": may_all,
        "today": today,
    }


def _choosable(by: str, lang: Lang, today: date) -> list[tuple[str, str]]:
    """Return the bodies at which an administrator may give a post today, by name."""
    known = bodies()
    reach = bodies_within_reach(by, "administer", today)
    there = [id for id in reach if known[id].kind != "group" and known[id].is_there_on(today)]
    return sorted(((id, body_name(id).say(lang)) for id in there), key=lambda pair: pair[1])
