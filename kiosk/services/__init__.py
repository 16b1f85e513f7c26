"""What the terminal offers and what becomes of an application: catalogue, forms, outbox, receipts."""
