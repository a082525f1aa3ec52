"""Names the app to Django."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The app `desk`."""

    name = "lotrinh_web.desk"
    default_auto_field = "django.db.models.BigAutoField"
