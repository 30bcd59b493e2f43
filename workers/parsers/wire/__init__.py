"""What agencies send: IPTC 7901, NewsML, NITF, ninjs."""
