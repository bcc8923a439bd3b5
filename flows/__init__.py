"""The conversation: what is asked, in which order, what answers mean and what follows. Pure."""
