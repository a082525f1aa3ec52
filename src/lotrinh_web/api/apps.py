"""Names the app to Django."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The app `api`."""

    name = "lotrinh_web.api"
    default_auto_field = "django.db.models.BigAutoField"
