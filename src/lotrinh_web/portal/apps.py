"""Names the app to Django."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The app `portal`."""

    name = "lotrinh_web.portal"
    default_auto_field = "django.db.models.BigAutoField"
