"""A connection that can be pulled out, between a browser and a site.

A browser that pretends to be offline lets a page off the moment it closes, and the page may then
still send. Pulled out is pulled out for whatever is left of a page, too.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from socketserver import BaseRequestHandler, ThreadingTCPServer
from urllib.parse import urlsplit


class Cable(ThreadingTCPServer):
    """Passes on what is sent to its own address, while it is plugged in."""

    daemon_threads = True

    def __init__(self, site: str) -> None:
        """Lay the cable to the address of a site."""
        super().__init__(("127.0.0.1", 0), _Connection)
        at = urlsplit(site)
        self.site = (at.hostname, at.port)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.is_out = False
        self.open: set[socket.socket] = set()

    def pull_out(self) -> None:
        """End all connections, and every new one as soon as it is made."""
        self.is_out = True
        for one in [*self.open]:
            _end(one)

    def plug_in(self) -> None:
        """Pass on again."""
        self.is_out = False


class _Connection(BaseRequestHandler):
    server: Cable

    def handle(self) -> None:
        if self.server.is_out:
            return
        with socket.create_connection(self.server.site) as there:
            both = {self.request, there}
            self.server.open |= both
            back = threading.Thread(target=_pass_on, args=(there, self.request), daemon=True)
            back.start()
            _pass_on(self.request, there)
            back.join()
            self.server.open -= both


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    # A connection that is cut ends in an error on one of its sides.
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    _end(target)


def _end(one: socket.socket) -> None:
    with suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)


@contextmanager
def cable(site: str) -> Iterator[Cable]:
    """Lay a cable to a site for a while."""
    with Cable(site) as laid:
        threading.Thread(target=laid.serve_forever, daemon=True).start()
        try:
            yield laid
        finally:
            laid.shutdown()
