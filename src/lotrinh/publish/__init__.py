"""Tells everyone: what each page shows, as plain values, and its charts. Knows no web framework."""
