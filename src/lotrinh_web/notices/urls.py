"""Addresses of notices at the desk, the same in both languages."""

from __future__ import annotations

from django.urls import path

from lotrinh_web.notices import views

urlpatterns = [
    path("notices/", views.notices, name="notices"),
    path("reminders/", views.reminders, name="reminders"),
]
