"""Keeps the promise of the ledger: what was hinted and lost is hinted again."""
