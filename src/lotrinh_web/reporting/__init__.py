"""Where figures are kept: the ledger, to which one can only add."""
