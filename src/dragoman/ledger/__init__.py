"""The ledger: what states agreed, promised and dispute, followed over time. Pure functions; knows no database."""
