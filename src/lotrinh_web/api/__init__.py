"""The door for machines: the same values as JSON."""
