"""The same addresses as `urls.py`, for requests in English: links lead to English pages first."""

from __future__ import annotations

from lotrinh_web import urls

urlpatterns = urls.english_first
handler400 = urls.handler400
handler403 = urls.handler403
handler404 = urls.handler404
handler500 = urls.handler500
