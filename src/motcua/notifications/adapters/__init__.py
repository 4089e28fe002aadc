"""Gateways: SMTP, and a folder that stands in for every gateway."""
