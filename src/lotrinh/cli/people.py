"""Commands on the people of the desk, for who runs the server."""

from __future__ import annotations

import argparse

from lotrinh.cli.on_database import on_database


def first_administrator(arguments: argparse.Namespace) -> int:
    """Make the first administrator of all bodies; refuse a second time."""
    return on_database(arguments, "first_administrator", arguments.name, *_given(arguments))


def add_person(arguments: argparse.Namespace) -> int:
    """Add a person who may sign in, perhaps with a first post."""
    post = (("--role", arguments.role), ("--body", arguments.body))
    rest = [part for name, value in post if value for part in (name, value)]
    return on_database(arguments, "add_person", arguments.name, *_given(arguments), *rest)


def let_in_again(arguments: argparse.Namespace) -> int:
    """Print a one-time link for who has lost password and keys."""
    return on_database(arguments, "let_in_again", arguments.name)


def _given(arguments: argparse.Namespace) -> list[str]:
    full_name = ["--full-name", arguments.full_name] if arguments.full_name else []
    return full_name + ["--password-stdin"] * arguments.password_stdin
