"""Mail: messages, mailboxes, and what programs for mail keep them in."""
