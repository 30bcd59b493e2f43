"""The way of one batch of deliveries, from the claim to their outcomes; and stories found anew."""
