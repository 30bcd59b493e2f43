"""Who wrote it and when, as a page's elements and lines say."""
