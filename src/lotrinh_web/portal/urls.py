"""Addresses of the public pages, the same in both languages."""

from __future__ import annotations

from django.urls import path, re_path

from lotrinh_web.portal import downloads, history, indicators, places, views

_PLAN = r"^plans/(?P<folder>[a-z0-9@._-]+(?:/[a-z0-9@._-]+)*?)/"
_ID = r"(?P<id>[a-z0-9-]+)"
_PLACE = r"^places/(?P<id>[a-z0-9@-]+(?:/[a-z0-9@-]+)*?)/"

urlpatterns = [
    path("", views.home, name="home"),
    path("methods/", views.methods, name="methods"),
    path("api/", views.api, name="api"),
    path("indicators/", indicators.indicators, name="indicators"),
    re_path(rf"^indicators/{_ID}/$", indicators.indicator, name="indicator"),
    path("places/", places.places, name="places"),
    re_path(_PLACE + r"reform/$", places.reform, name="reform"),
    re_path(_PLACE + r"$", places.place, name="place"),
    re_path(_PLAN + r"places/$", places.plan_places, name="plan_places"),
    re_path(_PLAN + rf"targets/{_ID}/$", views.target, name="target"),
    re_path(_PLAN + rf"targets/{_ID}/chart\.svg$", downloads.chart, name="chart"),
    re_path(_PLAN + r"directive/$", views.directive, name="directive"),
    re_path(_PLAN + r"bodies/$", views.bodies, name="bodies"),
    re_path(_PLAN + r"history/$", history.history, name="history"),
    re_path(_PLAN + r"data/$", views.data, name="data"),
    re_path(_PLAN + r"data/observations\.csv$", downloads.observations_csv, name="csv"),
    re_path(_PLAN + r"data/observations\.json$", downloads.observations_json, name="json"),
    re_path(_PLAN + r"data/assessments\.json$", downloads.assessments_json, name="assessments"),
    re_path(_PLAN + r"$", views.scoreboard, name="scoreboard"),
]
