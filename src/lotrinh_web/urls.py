"""Addresses of the site: Vietnamese at the top, English under /en/, machines under /api/v1/.

The desk is at /desk/ in both. Account pages bear allauth's names, without a language; of two
addresses of one name the last one given is meant, so `urls_en.py` gives them the other way round.
"""

from __future__ import annotations

from django.urls import include, path

from lotrinh_web.api.door import api

_API = [path("api/v1/", api.urls)]
_ACCOUNTS_VI = [path("desk/", include("lotrinh_web.accounts.urls"), {"lang": "vi"})]
_ACCOUNTS_EN = [path("en/desk/", include("lotrinh_web.accounts.urls"), {"lang": "en"})]
_PAGES = [
    path("en/desk/", include("lotrinh_web.review.urls", namespace="en-desk"), {"lang": "en"}),
    path("desk/", include("lotrinh_web.review.urls", namespace="vi-desk"), {"lang": "vi"}),
    path("en/", include(("lotrinh_web.portal.urls", "portal"), namespace="en"), {"lang": "en"}),
    path("", include(("lotrinh_web.portal.urls", "portal"), namespace="vi"), {"lang": "vi"}),
]
urlpatterns = [*_API, *_ACCOUNTS_EN, *_ACCOUNTS_VI, *_PAGES]
english_first = [*_API, *_ACCOUNTS_VI, *_ACCOUNTS_EN, *_PAGES]

handler400 = "lotrinh_web.portal.errors.bad_request"
handler403 = "lotrinh_web.portal.errors.forbidden"
handler404 = "lotrinh_web.portal.errors.not_found"
handler429 = "lotrinh_web.portal.errors.too_many"
handler500 = "lotrinh_web.portal.errors.broken"
