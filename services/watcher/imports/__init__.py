"""What lies elsewhere: given to the bulk lane by `copydesk import`."""
