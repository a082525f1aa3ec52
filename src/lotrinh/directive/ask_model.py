"""Asks a model behind an OpenAI-compatible address; the one file of the core with a network.

Used only when a person names the address. The text of the document goes there and nowhere
else: a redirect is refused, for it would take the key along.
"""

from __future__ import annotations

import json
import os
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlparse
from urllib.request import HTTPRedirectHandler, Request, build_opener

from lotrinh.base.errors import wrong
from lotrinh.directive.suggest import Ask

#: A model may think for a while; one that is silent for longer is given up.
_SECONDS = 120
#: Bytes of an answer; a list of targets needs a few thousand.
_MOST = 4_000_000


class _NoRedirect(HTTPRedirectHandler):
    """Another address is another place than the one the person named."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Follow no redirect; its answer is an error."""


def asker(url: str, model: str = "default", seconds: float = _SECONDS) -> Ask:
    """Return a function that asks the model at `url` (as in `http://127.0.0.1:8080/v1`).

    The key, where one is needed, is taken from LOTRINH_MODEL_KEY. Asking raises LotrinhError
    when the model cannot be reached or does not answer in the shape of its kind.
    """
    if urlparse(url).scheme not in ("http", "https"):
        raise wrong("directive.model_unreachable", url=url, reason="http:// or https://")

    def ask(question: str) -> str:
        body = {
            "model": model,
            "temperature": 0,
            "messages": [{"role": "user", "content": question}],
        }
        headers = {"Content-Type": "application/json"}
        if key := os.environ.get("LOTRINH_MODEL_KEY"):
            headers["Authorization"] = f"Bearer {key}"
        try:
            request = Request(  # noqa: S310 (the scheme is checked above)
                f"{url.rstrip('/')}/chat/completions", json.dumps(body).encode(), headers
            )
            with build_opener(_NoRedirect).open(request, timeout=seconds) as answer:
                message = json.loads(answer.read(_MOST))["choices"][0]["message"]["content"]
        # OSError: unreachable, silent, refused or cut off; the others: not of its kind's shape.
        except (OSError, HTTPException, ValueError, LookupError, TypeError) as error:
            if isinstance(error, HTTPError):
                error.close()  # it holds the answer open
            reason = f"{type(error).__name__}: {error}"
            raise wrong("directive.model_unreachable", url=url, reason=reason) from error
        return str(message)

    return ask
