"""Names the app to Django."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The app `audit`."""

    name = "lotrinh_web.audit"
    default_auto_field = "django.db.models.BigAutoField"
