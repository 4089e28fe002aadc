"""Where identity meets Django's log-in and allauth's second factors."""
