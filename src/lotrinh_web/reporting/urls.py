"""Addresses of submissions and figures at the desk, the same in both languages."""

from __future__ import annotations

from django.urls import path

from lotrinh_web.reporting import amend, views

urlpatterns = [
    path("approvals/", views.inbox, name="inbox"),
    path("submissions/", views.submissions, name="submissions"),
    path("withheld/", views.withheld, name="withheld"),
    path("submissions/<str:id>/", views.submission, name="submission"),
    path("submissions/<str:id>/decide/", views.decide, name="decide_submission"),
    path("submissions/<str:id>/evidence/", views.add_file, name="add_evidence"),
    path("submissions/<str:id>/evidence/<int:n>/", views.file, name="evidence"),
    path("figures/", amend.history, name="figure"),
    path("figures/<int:number>/amend/", amend.amend, name="amend"),
]
