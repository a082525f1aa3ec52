"""What templates may call: words, addresses, shapes. No template decides anything else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.template import Context, Library
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from lotrinh.base.address import Address
from lotrinh.base.words import Words
from lotrinh.base.words import say as spoken

register = Library()

#: Kind of an address -> page that shows it, and what stands behind '#'.
_PAGES = {"clause": ("directive", "clause-"), "duty": ("bodies", "duty-")}


@register.simple_tag(takes_context=True)
def say(context: Context, key: str, **values: Any) -> str:
    """Print a text of the shell's words.toml in the language of the page."""
    return spoken(f"lotrinh_web.{key}", context["lang"], **values)


@register.simple_tag(takes_context=True)
def to(context: Context, address: Address) -> str:
    """Print where an address of the core is shown, on the same day as this page."""
    folder = address.folder.removeprefix("plans/")
    if address.kind == "target":
        return _url(context, "target", folder=folder, id=address.name)
    name, anchor = _PAGES.get(address.kind, ("scoreboard", ""))
    tail = f"#{anchor}{address.name}" if anchor else ""
    return _url(context, name, folder=folder) + tail


@register.simple_tag(takes_context=True)
def plan_page(context: Context, name: str, address: Address) -> str:
    """Print the address of a page about a plan, on the same day as this page."""
    return _url(context, name, folder=address.folder.removeprefix("plans/"))


@register.simple_tag(takes_context=True)
def site_page(context: Context, name: str) -> str:
    """Print the address of a page about no plan."""
    return _url(context, name)


@register.simple_tag(takes_context=True)
def place_page(context: Context, id: str, name: str = "place") -> str:
    """Print the address of a page about a place, on the same day as this page."""
    return _url(context, name, id=id)


@register.simple_tag(takes_context=True)
def indicator_page(context: Context, id: str) -> str:
    """Print the address of the sheet of an indicator, on the same day as this page."""
    return _url(context, "indicator", id=id)


@register.simple_tag(takes_context=True)
def history_of(context: Context, plan: Address, about: Mapping[str, str]) -> str:
    """Print the address of the history of a figure, on the same day as this page."""
    url, _, day = plan_page(context, "history", plan).partition("?")
    return f"{url}?{urlencode(about)}{'&' if day else ''}{day}"


@register.simple_tag(takes_context=True)
def other_language(context: Context) -> str:
    """Print the address of this page in the other language."""
    path: str = context["request"].get_full_path()
    return path.removeprefix("/en") if context["lang"] == "en" else f"/en{path}"


@register.simple_tag(takes_context=True)
def words(context: Context, text: Words) -> str:
    """Print a text of the core in the language of the page."""
    return text.say(context["lang"])


@register.simple_tag
def query(parts: Mapping[str, str]) -> str:
    """Print what stands behind the `?` of an address."""
    return urlencode(parts)


@register.simple_tag
def shape(verdict: str) -> SafeString:
    """Print the shape of a verdict; the word beside it says the same, so it is silent."""
    return format_html(
        '<svg class="shape shape-{0}" viewBox="0 0 20 20" width="20" height="20" '
        'aria-hidden="true" focusable="false"><use href="#shape-{0}"/></svg>',
        verdict,
    )


@register.filter
def drawn(svg: str) -> SafeString:
    """Let a chart through as it is: it was drawn by `lotrinh.publish.chart`, which escapes."""
    return mark_safe(svg)  # noqa: S308


def _url(context: Context, name: str, **parts: str) -> str:
    url: str = reverse(f"{context['lang']}:{name}", kwargs=parts)
    day = context["request"].GET.get("as_known_on", "") if context.get("asked") else ""
    return f"{url}?{urlencode({'as_known_on': day})}" if day else url
