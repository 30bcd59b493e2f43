"""The processes that Copydesk is made of, each as a command."""
