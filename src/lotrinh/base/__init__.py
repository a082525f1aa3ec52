"""The ground floor: errors, words, addresses, sources and files; it knows no other room."""
