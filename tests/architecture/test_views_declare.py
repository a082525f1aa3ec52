"""A new view says who may open it, or it does not get in."""

from architecture.views import names_of_the_api, operations, views
from lotrinh_web.api.door import api


def test_every_view_declares_what_it_asks_of_who_opens_it() -> None:
    silent = sorted({f"{one.name} ({one.pattern})" for one in views() if one.access is None})
    assert silent == [], "declare it with a decorator of lotrinh_web/accounts/access.py"


def test_every_operation_of_the_api_declares_it_too() -> None:
    silent = [f"{one.method} {one.path}" for one in operations() if one.access is None]
    assert silent == [], "declare it with `public` or `asks(power)` under the route"


def test_no_operation_is_hidden_from_the_description_of_the_api() -> None:
    described = {
        (method.upper(), path.replace("path:", ""))
        for path, methods in api.get_openapi_schema()["paths"].items()
        for method in methods
    }
    found = {(one.method, one.path.replace("{path:", "{")) for one in operations()}
    assert found == described
    assert names_of_the_api() == set()


def test_the_two_languages_have_the_same_views() -> None:
    both = {"vi": set(), "en": set()}
    for one in views():
        assert one.given.get("lang") in both, one.name
        name = one.name.replace("en-desk", "vi-desk").replace("en:", "vi:")
        both[one.given["lang"]].add((name, one.callback))
    assert both["vi"] == both["en"]
