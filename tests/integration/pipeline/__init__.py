"""The pipeline in this process, on real databases: what becomes of deliveries, whatever happens."""
