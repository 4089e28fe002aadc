"""Which files are taken, how numbers are written, what a QR code says."""
