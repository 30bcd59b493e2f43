"""The whole way, with every real part in place."""
