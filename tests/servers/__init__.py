"""Real servers for the tests: PostgreSQL and Valkey, started here and ended here."""
