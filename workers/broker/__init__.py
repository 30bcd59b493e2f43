"""A worker's side of the broker: what it takes from it, and how it waits for one that is away."""
