"""Meetings: who met whom, where and when, with the whole attendance."""
