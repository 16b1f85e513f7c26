"""The officer's side: deciding, asking, writing, issuing, and what is still to be done."""
