"""`copydesk trace`: the whole way of a file, and what its pages show."""
