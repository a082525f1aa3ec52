"""Asks a model behind an OpenAI-compatible address; the one file of the core with a network.

Used only when a person names the address. The text of the document goes there.
"""

from __future__ import annotations

import json
import os
from http.client import HTTPException
from urllib.error import URLError
from urllib.parse import urlparse
from urllib.request import Request, urlopen

from lotrinh.base.errors import wrong
from lotrinh.directive.suggest import Ask

_SECONDS = 120


def asker(url: str, model: str = "default") -> Ask:
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
        request = Request(  # noqa: S310 (the scheme is checked above)
            f"{url.rstrip('/')}/chat/completions", json.dumps(body).encode(), headers
        )
        try:
            with urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
                message = json.load(answer)["choices"][0]["message"]["content"]
        except (URLError, HTTPException, TimeoutError, ValueError, KeyError, IndexError) as error:
            reason = f"{type(error).__name__}: {error}"
            raise wrong("directive.model_unreachable", url=url, reason=reason) from error
        return str(message)

    return ask
