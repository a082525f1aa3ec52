"""Names the app to Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The app `accounts`."""

    name = "lotrinh_web.accounts"
    default_auto_field = "django.db.models.BigAutoField"
