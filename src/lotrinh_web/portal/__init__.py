"""The public pages, in Vietnamese and English."""
