"""The shell of lotrinh: rows, pages and the machine's door. What things mean is in the core."""
