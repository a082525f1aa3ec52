"""Who may work at the desk: signing in and out, and adding a person from a terminal."""
