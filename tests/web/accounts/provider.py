"""A small OpenID Connect server of our own, on this machine, for tests of single sign-on.

It says what the standard makes servers say: discovery by OpenID Connect Discovery 1.0, section
4.2; tokens by Core 1.0, section 3.1.3.3; userinfo by section 5.3.2; PKCE by RFC 7636.
"""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "lotrinh", "between-the-two-of-us"


class Provider:
    """What the server knows: who is signed in there, and the codes it gave out."""

    def __init__(self) -> None:
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.address = ""
        self.claims: dict[str, Any] = {"sub": "248289761001", "preferred_username": "an"}
        #: Overrides of the id token, for tests of forged ones.
        self.forged: dict[str, Any] = {}
        self.codes: dict[str, str] = {}

    def discovery(self) -> dict[str, Any]:
        """Return the metadata every server must publish."""
        at = self.address
        return {
            "issuer": at,
            "authorization_endpoint": f"{at}/authorize",
            "token_endpoint": f"{at}/token",
            "userinfo_endpoint": f"{at}/userinfo",
            "jwks_uri": f"{at}/jwks",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic"],
            "code_challenge_methods_supported": ["S256"],
        }

    def authorize(self, asked: dict[str, str]) -> str:
        """Give a code for the person signed in here; return where the browser is led."""
        code = f"code-{len(self.codes)}"
        self.codes[code] = asked["code_challenge"]
        back = {"code": code, "state": asked["state"]}
        return f"{asked['redirect_uri']}?{urlencode(back)}"

    def token(self, asked: dict[str, str], authorization: str) -> dict[str, Any]:
        """Give tokens for a code, once, to the client that began with its challenge."""
        expected = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        assert authorization == f"Basic {expected}"
        digest = hashlib.sha256(asked["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        assert self.codes.pop(asked["code"]) == challenge
        now = int(time.time())
        told = {"iss": self.address, "aud": CLIENT, "iat": now, "exp": now + 300}
        id_token = jwt.encode(
            told | self.claims | self.forged, self.key, "RS256", headers={"kid": "1"}
        )
        return {
            "access_token": "for-userinfo",
            "token_type": "Bearer",
            "expires_in": 300,
            "id_token": id_token,
        }


@contextmanager
def running() -> Iterator[Provider]:
    """Run the server on a free port of this machine."""
    provider = Provider()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *args: Any) -> None:
            """Say nothing."""

        def do_GET(self) -> None:
            url = urlsplit(self.path)
            if url.path == "/authorize":
                asked = {name: values[0] for name, values in parse_qs(url.query).items()}
                self.send_response(302)
                self.send_header("Location", provider.authorize(asked))
                self.end_headers()
            elif url.path == "/.well-known/openid-configuration":
                self._json(provider.discovery())
            elif url.path == "/userinfo":
                assert self.headers["Authorization"] == "Bearer for-userinfo"
                self._json(provider.claims)
            else:
                self.send_error(404)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            asked = {name: values[0] for name, values in parse_qs(body).items()}
            try:
                self._json(provider.token(asked, self.headers.get("Authorization", "")))
            except (AssertionError, KeyError):
                self.send_error(400, "invalid_grant")

        def _json(self, value: Any) -> None:
            data = json.dumps(value).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
