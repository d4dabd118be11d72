"""A linter for customer-support replies in Persian and English."""
