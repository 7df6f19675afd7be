"""Invented pages that several test modules read."""

FERRY = """Two towns on the Ondra share a ferry again after nine years

The mayors of both towns wave from the new ferry on May 3, 2021. (Ondra Herald)
Short Url
Updated 03 May 2021
Follow

Two towns on the Ondra share a ferry again after nine years

  • Mayors sign a contract over forty crossings a day
  • Farmers had waited since the old ferry sank

BREZNA: The mayors of the two river towns on Monday signed a contract over a ferry, officials said.

The ferry will cross the river forty times a day.
"""

DAM = """Envoys of Avaria and Borland argue over a dam

By Jane Roe
Published: June 7, 2021

TELMOR, June 6 (XYZ) - Envoys of the two neighbours argued over a dam on Sunday.

Water rights

They will meet again in the autumn, a spokesman said.
"""

TRADE = """Borland lowers its duty on salt

October 9, 2021

Borland lowered its duty on salt on Saturday, its ministry of trade said.

Merchants welcomed the step.
"""

PLAIN = """The two neighbours opened a bridge on Monday. It took them nine years.

They also agreed on a common timetable for their trains.
"""
