"""What terminal, desk, log, API and web hooks say alike: each thing is put into words once."""
