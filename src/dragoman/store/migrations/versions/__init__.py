"""One module for each revision; their ids begin with `dragoman_`."""
