"""The review desk: a directive comes in, a person decides on each item, a plan is issued."""
