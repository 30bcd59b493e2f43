"""The tables as the database has them: their revision, the views, who may do what."""
