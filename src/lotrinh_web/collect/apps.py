"""Names the app to Django."""

from django.apps import AppConfig


class CollectConfig(AppConfig):
    """The app `collect`."""

    name = "lotrinh_web.collect"
    default_auto_field = "django.db.models.BigAutoField"
