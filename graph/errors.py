"""One tree of errors; every message names the value, what was expected and the remedy.

CommuniqueError
├── InputError        an article, a gold file or a verdict file that cannot be read
├── DataError         a file of seeds/ that is not what its policy says
├── StoreError        a store that cannot be opened, read or written
├── QueryError        a Cypher text that is wrong, too slow or writes
└── UnknownError      a node, article or verdict that is not there
"""


class CommuniqueError(Exception):
    """Base of every error a user can meet; its text is shown as it is, without a traceback."""


class InputError(CommuniqueError):
    """Something that was given to be read cannot be: the rest of a batch goes on without it."""


class DataError(CommuniqueError):
    """A lexicon, schema or query file under ``seeds/`` breaks its own rules."""


class StoreError(CommuniqueError):
    """The store cannot be opened, read or written; nothing in it was changed."""


class QueryError(CommuniqueError):
    """A query that cannot be answered: a syntax error, an attempt to write, or a timeout."""


class UnknownError(CommuniqueError):
    """What was asked for is not in the store."""
