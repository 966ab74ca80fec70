//! Is this the same person? A score with reasons, for a human to judge. Nothing here ever merges two records.
