"""Addresses of the site: Vietnamese at the top, English under /en/, machines under /api/v1/.

The desk is at /desk/ in both.
"""

from __future__ import annotations

from django.urls import include, path

from lotrinh_web.api.door import api

urlpatterns = [
    path("api/v1/", api.urls),
    path("en/desk/", include("lotrinh_web.review.urls", namespace="en-desk"), {"lang": "en"}),
    path("desk/", include("lotrinh_web.review.urls", namespace="vi-desk"), {"lang": "vi"}),
    path("en/", include(("lotrinh_web.portal.urls", "portal"), namespace="en"), {"lang": "en"}),
    path("", include(("lotrinh_web.portal.urls", "portal"), namespace="vi"), {"lang": "vi"}),
]

handler400 = "lotrinh_web.portal.errors.bad_request"
handler404 = "lotrinh_web.portal.errors.not_found"
handler500 = "lotrinh_web.portal.errors.broken"
