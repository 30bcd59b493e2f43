"""Where everything stands: counts, figures, and the same for Prometheus."""
