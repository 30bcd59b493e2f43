"""Raw items to articles: clean text, aware times, believed claims. Pure and idempotent."""
