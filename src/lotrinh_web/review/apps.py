"""Names the app to Django."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    """The app `review`."""

    name = "lotrinh_web.review"
    default_auto_field = "django.db.models.BigAutoField"
