"""Organisations that owe, report or supervise."""

from lotrinh.bodies.body import Body, Register
from lotrinh.bodies.load import load_bodies

__all__ = ["Body", "Register", "load_bodies"]
