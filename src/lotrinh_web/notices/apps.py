"""Names the app to Django."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """The app `notices`."""

    name = "lotrinh_web.notices"
    default_auto_field = "django.db.models.BigAutoField"
