"""What bodies are asked to report, and the doors by which their figures come in."""
