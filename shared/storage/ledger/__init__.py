"""The ledger: deliveries, who works on them, and the imports that they came with."""
