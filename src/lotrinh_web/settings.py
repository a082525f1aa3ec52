"""Settings of the shell; what differs between machines comes from LOTRINH_* in the environment.

LOTRINH_SECRET_KEY    a long random text, asked for outside debug
LOTRINH_OLD_SECRET_KEYS  keys of before, with spaces: what was closed with them still opens
LOTRINH_DEBUG         1 on a developer's machine only
LOTRINH_DATA          the folder for the database; `var` beside the content when not given
LOTRINH_DATABASE_URL  PostgreSQL instead of SQLite: postgresql://user:password@host/name
LOTRINH_HOSTS         names the site answers to, with commas
LOTRINH_HTTPS         1 behind one proxy that speaks HTTPS
LOTRINH_SECOND_FACTOR roles that must set up a second factor, with commas: approver,administrator
LOTRINH_MAIL          how mail goes out: smtp://user:password@host:587; printed when not given
LOTRINH_MAIL_FROM     the sender of mail: Lộ trình <lotrinh@example.gov.vn>
LOTRINH_SITE          the address of the site in mail: https://lotrinh.example.gov.vn
LOTRINH_OIDC_URL      the server of single sign-on, with LOTRINH_OIDC_ID and LOTRINH_OIDC_SECRET
LOTRINH_OIDC_NAME     what its button says; its host when not given
LOTRINH_OIDC_CLAIM    the claim that holds our user name: preferred_username when not given
"""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from lotrinh_web.accounts.roles import roles_named
from lotrinh_web.accounts.sso import name_of, providers
from lotrinh_web.database import database, mail

SOURCE = Path(__file__).resolve().parent
ROOT = SOURCE.parents[1]

DEBUG = os.environ.get("LOTRINH_DEBUG") == "1"
#: The key of a developer's machine; `start.py` refuses to serve with it outside debug.
DEFAULT_SECRET_KEY = "only-for-a-developers-own-machine"  # noqa: S105
SECRET_KEY = os.environ.get("LOTRINH_SECRET_KEY") or DEFAULT_SECRET_KEY
SECRET_KEY_FALLBACKS = os.environ.get("LOTRINH_OLD_SECRET_KEYS", "").split()
DATA = Path(os.environ.get("LOTRINH_DATA") or ROOT / "var")
ALLOWED_HOSTS = [
    host for host in os.environ.get("LOTRINH_HOSTS", "127.0.0.1,localhost,[::1]").split(",") if host
]

INSTALLED_APPS = [
    "whitenoise.runserver_nostatic",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "csp",
    "lotrinh_web.audit",
    "lotrinh_web.accounts",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "lotrinh_web.notices",
    "lotrinh_web.reporting",
    "lotrinh_web.collect",
    "lotrinh_web.desk",
    "lotrinh_web.review",
    "lotrinh_web.portal",
    "lotrinh_web.api",
]
#: Sessions live under the desk only; public pages set no cookie: there is nothing to consent to.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
    "lotrinh_web.accounts.door.Sessions",
    "lotrinh_web.accounts.language.Language",
    "lotrinh_web.accounts.door.Forms",
    "lotrinh_web.accounts.door.People",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "axes.middleware.AxesMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "lotrinh_web.headers.PermissionsPolicy",
]
ROOT_URLCONF = "lotrinh_web.urls"
WSGI_APPLICATION = "lotrinh_web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["lotrinh_web.portal.templatetags.lotrinh"],
            "context_processors": [
                "django.template.context_processors.request",
                "lotrinh_web.accounts.language.language",
            ],
        },
    }
]
DATABASES = {"default": database(os.environ.get("LOTRINH_DATABASE_URL", ""), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
#: Shared by all processes: it counts wrong codes and remembers the one used last.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
    }
}

#: Words are in words.toml; Django's own translations are not used.
USE_I18N = False
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"

#: One cookie, of the session; the token of forms is kept in it.
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
CSRF_USE_SESSIONS = True
CSRF_FAILURE_VIEW = "lotrinh_web.accounts.views.stale_form"
_VALIDATORS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATORS}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATORS}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATORS}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATORS}.NumericPasswordValidator"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
#: How long a one-time link is good for.
PASSWORD_RESET_TIMEOUT = 3 * 24 * 60 * 60
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "mfa_index"

#: A name rests for a quarter of an hour after so many failures in a row. By name and not by
#: address: an office shares one, and who guesses has many.
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_CALLABLE = "lotrinh_web.accounts.views.rests"
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
SILENCED_SYSTEM_CHECKS = ["axes.W006"]  # says: lock out by address too

ACCOUNT_ADAPTER = "lotrinh_web.accounts.adapters.Accounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = {"login_failed": "60/m/ip,8/15m/key"}
MFA_ADAPTER = "lotrinh_web.accounts.adapters.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_TOLERANCE = 1
SOCIALACCOUNT_ADAPTER = "lotrinh_web.accounts.adapters.SingleSignOn"
SOCIALACCOUNT_PROVIDERS = providers(os.environ)
SOCIALACCOUNT_LOGIN_ON_GET = True
OIDC_NAME = name_of(SOCIALACCOUNT_PROVIDERS)
OIDC_CLAIM = os.environ.get("LOTRINH_OIDC_CLAIM") or "preferred_username"
USERSESSIONS_TRACK_ACTIVITY = True
#: Roles whose holders must have a second factor before they see anything but their account.
SECOND_FACTOR_ROLES = roles_named(os.environ.get("LOTRINH_SECOND_FACTOR", ""))

#: Mail of notices; on a developer's machine it is printed.
_MAIL = mail(os.environ.get("LOTRINH_MAIL", ""))
EMAIL_BACKEND = _MAIL["backend"]
EMAIL_HOST, EMAIL_PORT = _MAIL["host"], _MAIL["port"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL["user"], _MAIL["password"]
EMAIL_USE_SSL, EMAIL_USE_TLS = _MAIL["ssl"], _MAIL["starttls"]
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("LOTRINH_MAIL_FROM") or "lotrinh@localhost"
SITE_URL = (os.environ.get("LOTRINH_SITE") or "http://127.0.0.1:8000").rstrip("/")

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if os.environ.get("LOTRINH_HTTPS") == "1":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SESSION_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 31_536_000
    #: The proxy writes the address of who asks.
    ALLAUTH_TRUSTED_PROXY_COUNT = 1

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
