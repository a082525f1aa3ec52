"""Where plans are issued: checked whole, kept unchanged."""
