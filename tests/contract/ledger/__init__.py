"""The ledger of deliveries, on both databases."""
