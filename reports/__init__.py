"""What is printed: documents, charts and PDF; no Qt."""
