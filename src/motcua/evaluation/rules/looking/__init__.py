"""What answers, headers, addresses and texts of a portal say: values in, values out."""
