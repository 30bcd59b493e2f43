"""Whether two articles are one story: what they share, what parts them, the rule, and why."""
