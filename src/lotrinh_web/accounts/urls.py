"""Addresses of accounts at the desk, the same in both languages; the names are allauth's own."""

from __future__ import annotations

from django.urls import path

from lotrinh_web.accounts import account, administer, passing, views

urlpatterns = [
    path("sign-in/", views.sign_in, name="account_login"),
    path("sign-in/code/", views.second_step, name="mfa_authenticate"),
    path("sign-in/passkey/", views.by_passkey, name="mfa_login_webauthn"),
    path("sign-out/", views.sign_out, name="account_logout"),
    path("sso/cancelled/", views.cancelled, name="socialaccount_login_cancelled"),
    path("sso/<slug:provider_id>/", views.single_sign_on, name="openid_connect_login"),
    path(
        "sso/<slug:provider_id>/back/",
        views.back_from_sign_on,
        name="openid_connect_callback",
    ),
    path("welcome/<str:part>/<str:token>/", administer.welcome, name="account_welcome"),
    path("account/", account.index, name="mfa_index"),
    path("account/password/", account.password, name="account_change_password"),
    path("account/sessions/", account.sessions, name="usersessions_list"),
    path("account/app/", account.app, name="mfa_activate_totp"),
    path("account/app/remove/", account.app_away, name="mfa_deactivate_totp"),
    path("account/keys/", account.index, name="mfa_list_webauthn"),
    path("account/keys/add/", account.key, name="mfa_add_webauthn"),
    path("account/keys/<int:pk>/remove/", account.key_away, name="mfa_remove_webauthn"),
    path("account/codes/", account.codes, name="mfa_view_recovery_codes"),
    path("account/codes/new/", account.codes_new, name="mfa_generate_recovery_codes"),
    path("account/again/", account.again_by_password, name="account_reauthenticate"),
    path("account/again/code/", account.again_by_code, name="mfa_reauthenticate"),
    path("account/again/key/", account.again_by_key, name="mfa_reauthenticate_webauthn"),
    path("account/posts/<int:id>/", administer.stand_in, name="account_stand_in"),
    path("passing-on/", passing.passing, name="account_passing"),
    path("people/", administer.everyone, name="account_people"),
    path("people/<str:name>/", administer.one_person, name="account_person"),
]
