"""Addresses of reports at the desk, the same in both languages; part of the desk's own."""

from __future__ import annotations

from django.urls import path, register_converter

from lotrinh_web.collect import columns, drop, files, grid, keys, listing, planner
from lotrinh_web.collect.door import PeriodConverter

register_converter(PeriodConverter, "period")
_ONE = "<path:folder>/<str:id>/<period:period>/"

urlpatterns = [
    path("", listing.listing, name="reports"),
    path("keys/", keys.keys, name="keys"),
    path("requests/", planner.requests, name="requests"),
    path(f"{_ONE}save/", grid.save, name="save"),
    path(f"{_ONE}template.xlsx", files.template, name="template"),
    path(f"{_ONE}upload/", files.upload, name="upload"),
    path(f"{_ONE}uploads/<int:n>/", files.preview, name="preview"),
    path(f"{_ONE}uploads/<int:n>/marked.xlsx", files.marked, name="marked"),
    path(f"{_ONE}uploads/<int:n>/columns/", columns.columns, name="columns"),
    path(f"{_ONE}more-time/", planner.ask, name="more_time"),
    path(f"{_ONE}drop/", drop.drop, name="drop"),
    path(_ONE, grid.grid, name="report"),
]
