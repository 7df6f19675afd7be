"""Words as data: loading of data files with closed keys, phrase matching, and the names of states."""
