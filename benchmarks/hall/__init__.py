"""The hall: how quickly it is drawn and answers, what it costs, and the usual way beside it."""
