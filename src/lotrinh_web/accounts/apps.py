"""Names the app to Django, and has the audit told when a second factor is set up or taken away."""

from typing import Any

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The app `accounts`."""

    name = "lotrinh_web.accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to allauth, which sets factors up and takes them away."""
        from allauth.mfa.signals import authenticator_added, authenticator_removed

        authenticator_added.connect(_added, dispatch_uid="lotrinh.factor_added")
        authenticator_removed.connect(_removed, dispatch_uid="lotrinh.factor_removed")


def _added(user: Any, authenticator: Any, **more: Any) -> None:
    _tell("add_second_factor", user, authenticator)


def _removed(user: Any, authenticator: Any, **more: Any) -> None:
    _tell("remove_second_factor", user, authenticator)


def _tell(action: str, user: Any, authenticator: Any) -> None:
    from lotrinh_web.accounts.people import tell_factor

    tell_factor(action, user, str(authenticator.type))
