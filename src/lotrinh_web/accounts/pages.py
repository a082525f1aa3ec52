"""Prints a page of one's account, from a view of ours or as the face of one of allauth's."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lotrinh.base.errors import Problem
from lotrinh.base.words import Lang
from lotrinh_web.accounts.language import language_of
from lotrinh_web.accounts.said import problems_of, said


def page(
    request: HttpRequest,
    lang: Lang,
    name: str,
    problems: tuple[Problem, ...] = (),
    status: int = 422,
    **more: Any,
) -> HttpResponse:
    """Print a page; `status` counts only when there is something wrong to say."""
    context = {"lang": lang, "name": f"account-{name}", "said": said(problems, lang), **more}
    code = status if problems else 200
    return render(request, f"accounts/{name}.html", context, status=code)


class Page:
    """Before a class view of allauth's: our template, our words for what was wrong."""

    request: HttpRequest
    #: Name of the template in accounts/.
    shown: str

    def get_template_names(self) -> list[str]:
        """Return our template."""
        return [f"accounts/{self.shown}.html"]

    def render_to_response(self, context: dict[str, Any], **more: Any) -> HttpResponse:
        """Print the view's context with what its forms found wrong."""
        lang = language_of(self.request)
        forms = (context.get("form"), context.get("webauthn_form"))
        problems = tuple(one for form in forms for one in problems_of(form))
        context |= {"lang": lang, "name": f"account-{self.shown}", "said": said(problems, lang)}
        more |= {"status": 422} if problems else {}
        answer: HttpResponse = super().render_to_response(context, **more)  # type: ignore[misc]
        return answer
