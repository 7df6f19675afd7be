"""Env: Alembic's entry to the migrations.

In: the connection that `store.migrate` put into the settings, in a transaction. Refuses to run without one, as the
transaction and its lock are what keeps two programs from migrating at once.
"""

from __future__ import annotations

from alembic import context

from dragoman.errors import StoreError
from dragoman.store import tables


def run_migrations() -> None:
    """Run the pending steps over the given connection."""
    connection = context.config.attributes.get("connection")
    if connection is None:
        raise StoreError("Migrations run without a connection. Open the database with dragoman instead of alembic.")
    context.configure(connection=connection, target_metadata=tables.metadata)
    with context.begin_transaction():
        context.run_migrations()


run_migrations()
