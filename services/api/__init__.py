"""The read API: articles, stories, deliveries and the feed of changes over HTTP."""
