"""`copydesk status`: where everything stands, asked of the API or of the store."""
