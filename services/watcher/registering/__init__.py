"""From claims to rows in the ledger, and from rows to hints."""
