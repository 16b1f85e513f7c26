"""Documents and licences of citizens: issued, kept, referred to; each says how far it can be
trusted (A issued by its agency, B seen at a counter, C uploaded, D declared)."""
