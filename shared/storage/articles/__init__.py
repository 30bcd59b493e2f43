"""Articles, texts and stories as a batch writes them, and as they are found again."""
