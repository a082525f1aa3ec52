"""Names the app to Django."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    """The app `reporting`."""

    name = "lotrinh_web.reporting"
    default_auto_field = "django.db.models.BigAutoField"
