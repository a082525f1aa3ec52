"""What people are told: on the screen when they come, by e-mail when they do not."""
