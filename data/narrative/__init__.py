"""Sentences of a report that rest on figures: what they say, whether it still holds, figures in free text. Pure."""
