"""Addresses of the desk, the same in both languages."""

from __future__ import annotations

from django.urls import include, path

from lotrinh_web.review import home, views, whole

app_name = "desk"
urlpatterns = [
    path("", home.home, name="reviews"),
    path("reports/", include("lotrinh_web.collect.urls")),
    path("", include("lotrinh_web.reporting.urls")),
    path("", include("lotrinh_web.notices.urls")),
    path("reviews/<int:id>/", views.review, name="review"),
    path("reviews/<int:id>/decide/", views.decide, name="decide"),
    path("reviews/<int:id>/items/<int:item_id>/", views.item, name="item"),
    path("reviews/<int:id>/add/", views.add, name="add"),
    path("reviews/<int:id>/issue/", whole.issue, name="issue"),
    path("reviews/<int:id>/record/", whole.record, name="record"),
]
