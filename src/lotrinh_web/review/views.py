"""The pages of the desk on single items: the list, a review, deciding, editing, adding.

Every form works as a plain page; a script of ours asks for the parts it exchanges with the
header `X-Requested-With: fetch`.
"""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lotrinh.base.errors import LotrinhError, Problem
from lotrinh.base.words import Lang
from lotrinh.directive.cited import Span
from lotrinh_web.accounts.access import needs
from lotrinh_web.review import actions, fields, queries
from lotrinh_web.review.choices import editor, errors
from lotrinh_web.review.facts import standing
from lotrinh_web.review.known import known
from lotrinh_web.review.models import Review
from lotrinh_web.review.quote import find_quote
from lotrinh_web.review.shown import facts_shown, row


def page(
    request: HttpRequest, lang: Lang, name: str, status: int = 200, **more: Any
) -> HttpResponse:
    """Print a page of the desk."""
    context = {"lang": lang, "name": f"desk-{name}", **more}
    return render(request, f"review/{name}.html", context, status=status)


@needs("plan")
@require_http_methods(["GET", "HEAD", "POST"])
def reviews(request: HttpRequest, lang: Lang) -> HttpResponse:
    """Show the documents under review; take in another."""
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            opened = _upload(request)
        except LotrinhError as error:
            problems = error.problems
        else:
            return HttpResponseRedirect(_at(lang, "review", opened.pk))
    said = errors(problems, lang)
    status = 422 if said else 200
    return page(request, lang, "reviews", status, reviews=queries.reviews(), errors=said)


def _upload(request: HttpRequest) -> Review:
    file = request.FILES.get("file")
    name = file.name if file else ""
    # One byte more than allowed tells that there is more; the rest is not read.
    data = file.read(actions.LARGEST + 1) if file else b""
    by = request.user.get_username()
    return actions.open_review(name=name, data=data, by=by, at=timezone.now())


@needs("plan")
@require_safe
def review(request: HttpRequest, lang: Lang, id: int) -> HttpResponse:
    """Show a document with its marks, and its items beside it."""
    found = get(id)
    items, everything = queries.items(id), known()
    shown_rows = [row(one, found.text, everything, lang) for one in items]
    says = standing(found, items)
    shown: dict[str, Any] = {
        "review": found,
        "rows": [one for one in shown_rows if one.item.kind != "fact"],
        "fact_rows": [one for one in shown_rows if one.item.kind == "fact"],
        "text": queries.marked(found, items),
        "progress": queries.progress(items),
        "can_undo": queries.last_to_undo(id) is not None,
        "says": says,
        "facts": facts_shown(says, lang),
    }
    shown["silent"] = ", ".join(label for label, said in shown["facts"] if not said)
    return page(request, lang, "review", **shown)


@needs("plan")
@require_POST
def decide(request: HttpRequest, lang: Lang, id: int) -> HttpResponse:
    """Accept, reject or reopen an item as it stands, or undo the last decision."""
    found, by, now = get(id), request.user.get_username(), timezone.now()
    if "undo" in request.POST:
        undone = actions.undo(review_id=id, by=by, at=now)
        return _changed(request, lang, found, undone.item_id if undone else None)
    action = next((one for one in ("accept", "reject", "reopen") if one in request.POST), "")
    item = _item(id, request.POST.get(action, ""))
    if action == "accept":
        sentence = found.text[item.start : item.end]
        try:
            actions.accept(
                item=item, fields=item.fields, sentence=sentence, reason="", by=by, at=now
            )
        except LotrinhError as error:
            return _edit(request, lang, found, item, item.fields, error.problems)
    elif action == "reject":
        actions.reject(item=item, reason="", by=by, at=now)
    else:
        actions.reopen(item=item, by=by, at=now)
    return _changed(request, lang, found, item.id)


@needs("plan")
@require_http_methods(["GET", "HEAD", "POST"])
def item(request: HttpRequest, lang: Lang, id: int, item_id: int) -> HttpResponse:
    """Show an item's form; accept it with what was changed, or reject it with a reason."""
    found, one = get(id), _item(id, item_id)
    if request.method != "POST":
        return _edit(request, lang, found, one, one.fields, ())
    by, now = request.user.get_username(), timezone.now()
    reason = request.POST.get("reason", "")
    if "reject" in request.POST:
        actions.reject(item=one, reason=reason, by=by, at=now)
        return _changed(request, lang, found, one.id)
    given = fields.from_form(one.kind, request.POST, lang)
    sentence = found.text[one.start : one.end]
    try:
        actions.accept(item=one, fields=given, sentence=sentence, reason=reason, by=by, at=now)
    except LotrinhError as error:
        kept = {k: v for k, v in one.fields.items() if k.startswith("read_")}
        return _edit(request, lang, found, one, kept | given, error.problems)
    return _changed(request, lang, found, one.id)


@needs("plan")
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, lang: Lang, id: int) -> HttpResponse:
    """Add an item: first its sentence, found in the text, then its fields."""
    found, asked = get(id), request.POST or request.GET
    kind = asked.get("kind_of_item", "target")
    quote, problems = asked.get("quote", ""), tuple[Problem, ...]()
    given: fields.Values = {}
    span: Span | None = None
    try:
        if kind not in fields.NAMES:
            raise Http404(kind)
        span = find_quote(found.text, quote, asked.get("near", "")) if quote.strip() else None
        given = {"said": quote} if kind == "fact" else {}
        if request.method == "POST" and span:
            given = fields.from_form(kind, request.POST, lang)
            made = actions.add(
                review=found, kind=kind, span=span, fields=given,
                reason=asked.get("reason", ""), by=request.user.get_username(), at=timezone.now(),
            )  # fmt: skip
            return HttpResponseRedirect(f"{_at(lang, 'review', id)}#item-{made.pk}")
    except LotrinhError as error:
        problems = error.problems
    form = editor(id="new", kind=kind, fields=given, known=known(), lang=lang, problems=problems)
    shown: dict[str, Any] = {
        "review": found,
        "kind": kind,
        "quote": quote,
        "span": span,
        "editor": form,
    }
    shown["near"] = asked.get("near", "")
    return page(request, lang, "add", 422 if problems else 200, **shown)


def get(id: int) -> Review:
    """Return a review; 404 when there is none."""
    found = queries.review(id)
    if found is None:
        raise Http404(id)
    return found


def _item(review_id: int, asked: Any) -> queries.Item:
    found = queries.item(review_id, int(asked)) if str(asked).isdigit() else None
    if found is None:
        raise Http404(asked)
    return found


def _changed(request: HttpRequest, lang: Lang, found: Review, item_id: int | None) -> HttpResponse:
    """Answer after a decision: the row and the count for our script, the page otherwise."""
    if not _by_script(request):
        anchor = f"#item-{item_id}" if item_id else ""
        return HttpResponseRedirect(_at(lang, "review", found.pk) + anchor)
    items = queries.items(found.pk)
    one = next((one for one in items if one.id == item_id), None)
    context: dict[str, Any] = {"lang": lang, "review": found, "progress": queries.progress(items)}
    context["can_undo"] = queries.last_to_undo(found.pk) is not None
    answer = {"progress": render_to_string("review/_progress.html", context, request)}
    answer["undo"] = context["can_undo"]
    if one is not None:
        shown = row(one, found.text, known(), lang)
        context["row"] = shown
        answer |= {"id": one.id, "state": one.state, "said": f"{shown.ref}: {shown.state}"}
        answer["row"] = render_to_string("review/_item.html", context, request)
    return JsonResponse(answer)


def _edit(
    request: HttpRequest,
    lang: Lang,
    found: Review,
    one: queries.Item,
    given: fields.Values,
    problems: tuple[Problem, ...],
) -> HttpResponse:
    """Show the form of an item, as a page or as the part our script puts into the list."""
    form = editor(
        id=str(one.id), kind=one.kind, fields=given, known=known(), lang=lang, problems=problems
    )
    context = {"review": found, "row": row(one, found.text, known(), lang), "editor": form}
    status = 422 if problems else 200
    if _by_script(request):
        html = render_to_string("review/_editor.html", {"lang": lang, **context}, request)
        return JsonResponse({"editor": html, "id": one.id}, status=status)
    return page(request, lang, "item", status, **context)


def _by_script(request: HttpRequest) -> bool:
    return request.headers.get("X-Requested-With") == "fetch"


def _at(lang: Lang, name: str, *parts: Any) -> str:
    url: str = reverse(f"{lang}-desk:{name}", args=parts)
    return url
