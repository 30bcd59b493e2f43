"""Mail: messages, mailboxes, and what programs for mail keep them in; and pages in MIME."""
