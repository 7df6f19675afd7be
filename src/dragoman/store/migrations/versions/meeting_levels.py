"""Meeting levels: how high a meeting was and in what format it was held.

Written out, not derived from the record. Meetings stored before have neither; coding their articles again fills both.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "dragoman_0006"
down_revision = "dragoman_0005"
branch_labels = None
depends_on = None

COLUMNS = ("level", "format")


def upgrade() -> None:
    """Add the columns, empty."""
    for name in COLUMNS:
        op.add_column("meetings", sa.Column(name, sa.Text(), nullable=True))


def downgrade() -> None:
    """Drop them."""
    for name in reversed(COLUMNS):
        op.drop_column("meetings", name)
