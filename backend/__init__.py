"""The embedded back-end: departments' registries, cases, receipts and queues, behind HTTP."""
