"""Which articles are the same text, the same item, the same story. Pure; storage looks up."""
