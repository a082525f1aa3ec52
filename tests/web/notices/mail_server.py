"""A mail server of a test's own, on this machine: it takes letters, or refuses, or says nothing.

It speaks as much of SMTP (RFC 5321) as Python's smtplib asks of a server.
"""

from __future__ import annotations

import email
import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from email.policy import default
from threading import Event, Thread
from typing import Any


class MailServer(socketserver.ThreadingTCPServer):
    """Keeps the letters it was given."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.letters: list[Message] = []
        #: Addresses that this server does not know.
        self.unknown: set[str] = set()
        #: Cleared, the server takes calls and says nothing.
        self.speaks = Event()
        self.speaks.set()
        #: Set when somebody called and was told nothing.
        self.kept_waiting = Event()

    @property
    def port(self) -> int:
        """The port it listens on."""
        port: int = self.server_address[1]
        return port


class _Talk(socketserver.StreamRequestHandler):
    server: Any

    def say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())

    def handle(self) -> None:
        if not self.server.speaks.is_set():
            self.server.kept_waiting.set()
            self.server.speaks.wait(30)
            return
        self.say("220 ready")
        for line in self.rfile:
            words = line.decode().strip()
            match words.upper()[:4]:
                case "DATA":
                    self.say("354 go on")
                    self.server.letters.append(
                        email.message_from_bytes(self._data(), policy=default)
                    )
                    self.say("250 kept")
                case "RCPT" if words.partition("<")[2].rstrip(">") in self.server.unknown:
                    self.say("550 nobody of that name")
                case "QUIT":
                    self.say("221 good-bye")
                    return
                case _:
                    self.say("250 right")

    def _data(self) -> bytes:
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                break
            lines.append(line.removeprefix(b"."))
        return b"".join(lines)


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """Run a server until the block ends."""
    with MailServer() as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.speaks.set()
            server.shutdown()
