"""Organisations that owe, report or supervise."""

from lotrinh.bodies.body import Body, Register, Tie, seat
from lotrinh.bodies.load import load_bodies

__all__ = ["Body", "Register", "Tie", "load_bodies", "seat"]
