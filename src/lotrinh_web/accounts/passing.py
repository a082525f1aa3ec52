"""The page on which the posts of an ended body are passed on: looked at first, then confirmed."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from lotrinh.base.errors import LotrinhError, Problem
from lotrinh.base.words import Lang
from lotrinh_web.accounts.access import needs_one_of
from lotrinh_web.accounts.pages import page
from lotrinh_web.accounts.people import full_names
from lotrinh_web.accounts.powers import NotAllowedError
from lotrinh_web.accounts.shown import shown_post
from lotrinh_web.accounts.succession import Succession, pass_on, successions

#: Reports of an ended body that its heir has to answer now.
_OPEN = ("returned", "overdue", "near")


@needs_one_of("administer", "plan")
@require_http_methods(["GET", "HEAD", "POST"])
def passing(request: HttpRequest, lang: Lang) -> HttpResponse:
    """List ended bodies whose posts were not passed on; show one before it is; do it."""
    by, now = request.user.get_username(), timezone.now()
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        given = request.POST
        numbers = [int(one) for one in given.getlist("post") if one.isdecimal()]
        try:
            pass_on(
                body=given.get("body", ""), heir=given.get("heir", ""), posts=numbers,
                basis=given.get("basis", "")[:200], by=by, at=now,
            )  # fmt: skip
        except NotAllowedError:
            raise
        except LotrinhError as error:
            problems = error.problems
        else:
            return HttpResponseRedirect(reverse("account_passing", kwargs={"lang": lang}))
    asked = request.POST.get("body") or request.GET.get("body", "")
    waiting = successions(by, timezone.localdate(now))
    one = next((each for each in waiting if each.body.id == asked), None)
    if asked and one is None and not problems:
        raise Http404(asked)
    rows = [(each.body.id, each.body.say(lang), each.body.valid_to, len(each.posts))
            for each in waiting]  # fmt: skip
    shown = _shown(one, lang) if one else {}
    return page(request, lang, "passing", problems, rows=rows, given=request.POST, **shown)


def _shown(one: Succession, lang: Lang) -> dict[str, Any]:
    """Return what is looked at before the posts of a body are passed on."""
    # Reports stand above accounts, which they ask who may report.
    from lotrinh_web.collect.asked import all_obligations
    from lotrinh_web.collect.tasks import tasks_of

    today, names = timezone.localdate(), full_names()
    owed = [each for each in all_obligations(today) if each.body == one.body.id]
    reports = [task for stand, group in tasks_of(owed, today) if stand in _OPEN for task in group]
    return {
        "body": one.body.id,
        "body_name": one.body.say(lang),
        "ended_on": one.body.valid_to,
        "heirs": [(heir.id, heir.say(lang)) for heir in one.heirs],
        "posts": [shown_post(each, names, lang, today) for each in one.posts],
        "reports": [(each.obligation.say(lang), each.period.say(lang), each.deadline.due)
                    for each in reports],
    }  # fmt: skip
