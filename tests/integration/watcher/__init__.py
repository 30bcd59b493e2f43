"""The watcher over real folders and the kernel's own events."""
