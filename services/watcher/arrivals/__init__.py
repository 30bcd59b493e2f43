"""What lies in the inbox: the signs of it, safe access to it, and when it is whole."""
