"""What the desk's templates may call: its addresses, and the parts of a form."""

from __future__ import annotations

from typing import Any

from django.template import Context, Library
from django.urls import reverse

from lotrinh.base.words import say
from lotrinh_web.review.choices import Editor
from lotrinh_web.review.facts import called
from lotrinh_web.review.fields import spoken_day
from lotrinh_web.review.models import ReviewIssue

register = Library()


@register.simple_tag(takes_context=True)
def desk(context: Context, name: str, *parts: Any) -> str:
    """Print the address of a page of the desk, in the language of the page."""
    url: str = reverse(f"{context['lang']}-desk:{name}", args=parts)
    return url


def _field(context: Context, editor: Editor, name: str, label: str) -> dict[str, Any]:
    return {
        "id": f"f-{editor.id}-{name}",
        "name": name,
        "label": say(f"lotrinh_web.review_field_{label or name}", context["lang"]),
        "value": editor.fields.get(name, ""),
        "groups": editor.options.get(name, ()),
        "errors": editor.errors.get(name, ()),
        "lang": context["lang"],
    }


@register.inclusion_tag("review/_line.html", takes_context=True)
def line(
    context: Context, editor: Editor, name: str, label: str = "", kind: str = "text", hint: str = ""
) -> dict[str, Any]:
    """Print a field of one line with its label, hint and errors."""
    hinted = say(f"lotrinh_web.review_hint_{hint}", context["lang"]) if hint else ""
    return _field(context, editor, name, label) | {"kind": kind, "hint": hinted}


@register.inclusion_tag("review/_choice.html", takes_context=True)
def choice(context: Context, editor: Editor, name: str, label: str = "") -> dict[str, Any]:
    """Print a list of choices with its label and errors."""
    return _field(context, editor, name, label)


@register.inclusion_tag("review/_ticks.html", takes_context=True)
def ticks(context: Context, editor: Editor, name: str, label: str = "") -> dict[str, Any]:
    """Print choices to tick, and a list of all the others behind them."""
    field = _field(context, editor, name, label)
    near, *rest = field["groups"]
    return field | {"near": near, "groups": rest}


@register.inclusion_tag("review/_whole_line.html", takes_context=True)
def whole(context: Context, name: str, hint: str = "") -> dict[str, Any]:
    """Print a field of what is said about the whole plan."""
    value = context["date"] if name == "date" else context["said"].fields[name]
    return _whole(context, name, f"plan_{name}", value, hint)


@register.inclusion_tag("review/_whole_line.html", takes_context=True)
def carried(context: Context, n: int, name: str) -> dict[str, Any]:
    """Print a field of a document that the plan carries out."""
    value = context["said"].carried[n][name]
    shown = spoken_day(value, "vi") if name == "date" else value
    return _whole(context, f"carried_{n}_{name}", f"plan_{name}", shown, "")


@register.simple_tag(takes_context=True)
def fact_name(context: Context, name: str) -> str:
    """Print what a fact of the document is called."""
    return called(name).say(context["lang"])


@register.simple_tag(takes_context=True)
def relation_of(context: Context, one: dict[str, str]) -> str:
    """Print what the plan does to a document: carries out, amends, replaces."""
    return say(f"publish.relation_{one['relation'] or 'carries_out'}", context["lang"])


@register.simple_tag(takes_context=True)
def plan_of(context: Context, issued: ReviewIssue) -> str:
    """Print the public address of a plan that was issued."""
    folder = issued.address.removeprefix("plans/")
    url: str = reverse(f"{context['lang']}:scoreboard", kwargs={"folder": folder})
    return url


def _whole(context: Context, id: str, label: str, value: str, hint: str) -> dict[str, Any]:
    lang = context["lang"]
    return {
        "id": id,
        "label": say(f"lotrinh_web.review_field_{label}", lang),
        "value": value,
        "hint": say(f"lotrinh_web.review_hint_{hint}", lang) if hint else "",
        "errors": context["errors"].get(id, ()),
        "lang": lang,
    }
