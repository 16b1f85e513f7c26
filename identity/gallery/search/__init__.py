"""Who in the gallery is most alike: one protocol, in memory or in a city's PostgreSQL."""
