"""What a format claims of its item: values, each with its source, as they are gathered."""
