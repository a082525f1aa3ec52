"""Addresses of the desk, the same in both languages."""

from __future__ import annotations

from django.urls import path

from lotrinh_web.review import views, whole

app_name = "desk"
urlpatterns = [
    path("", views.reviews, name="reviews"),
    path("reviews/<int:id>/", views.review, name="review"),
    path("reviews/<int:id>/decide/", views.decide, name="decide"),
    path("reviews/<int:id>/items/<int:item_id>/", views.item, name="item"),
    path("reviews/<int:id>/add/", views.add, name="add"),
    path("reviews/<int:id>/issue/", whole.issue, name="issue"),
    path("reviews/<int:id>/record/", whole.record, name="record"),
]
