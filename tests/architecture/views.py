"""Every view and every operation of the API, taken from the addresses of the site themselves."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from lotrinh_web.accounts.access import Access, access_of
from lotrinh_web.api.door import api

#: Views of django-ninja itself: the description of the API, and its bare root.
_OF_NINJA = {"api:openapi-json", "api:api-root"}


@dataclass(frozen=True)
class View:
    """One address pattern with what answers there."""

    #: Namespaces and name: `vi-desk:review`.
    name: str
    #: The pattern, for people to find it.
    pattern: str
    callback: Callable[..., Any]
    #: Names of the parts a caller fills in.
    parts: frozenset[str]
    given: dict[str, Any] = field(hash=False, compare=False)

    @property
    def access(self) -> Access | None:
        """What it declares."""
        return access_of(self.callback)


@dataclass(frozen=True)
class Operation:
    """One method at one path of the API."""

    method: str
    path: str
    function: Callable[..., Any]

    @property
    def access(self) -> Access | None:
        """What it declares."""
        return access_of(self.function)


def views() -> list[View]:
    """Return every view of the site but those of the API."""
    found = _walk(get_resolver("lotrinh_web.urls"), "", "", frozenset(), {})
    return [view for view in found if not view.name.startswith("api:")]


def operations() -> list[Operation]:
    """Return every operation of the API."""
    return [
        Operation(method, _path(prefix, path), operation.view_func)
        for prefix, router in api._routers
        for path, at in router.path_operations.items()
        for operation in at.operations
        for method in operation.methods
    ]


def names_of_the_api() -> set[str]:
    """Return the names of addresses under /api/ that are no operation of ours."""
    found = _walk(get_resolver("lotrinh_web.urls"), "", "", frozenset(), {})
    ours = {operation.function.__name__ for operation in operations()}
    names = {view.name for view in found if view.name.startswith("api:")}
    return {name for name in names if name.removeprefix("api:") not in ours} - _OF_NINJA


def _walk(
    resolver: URLResolver, space: str, before: str, parts: frozenset[str], given: dict[str, Any]
) -> Iterator[View]:
    for one in resolver.url_patterns:
        pattern = before + str(one.pattern)
        fills = parts | frozenset(one.pattern.converters) | _named(one)
        if isinstance(one, URLPattern):
            more = given | one.default_args
            yield View(f"{space}{one.name}", pattern, one.callback, fills, more)
        else:
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from _walk(one, inner, pattern, fills, given | one.default_kwargs)


def _named(one: URLPattern | URLResolver) -> frozenset[str]:
    regex = getattr(one.pattern, "regex", None)
    return frozenset(regex.groupindex) if regex is not None else frozenset()


def _path(prefix: str, path: str) -> str:
    joined = "/".join(part.strip("/") for part in (prefix, path) if part.strip("/"))
    return f"/api/v1/{joined}"
