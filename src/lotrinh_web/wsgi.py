"""The site as a WSGI application, for gunicorn or any other server."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lotrinh_web.settings")

from lotrinh_web.start import refuse_weak_secret

refuse_weak_secret()
application = get_wsgi_application()
