"""Secrets at rest: the system's key store where there is one, else a sealed file; never plain."""

from foundation.secrets.vault import Protection, Vault, VaultDamaged, open_vault

__all__ = ["Protection", "Vault", "VaultDamaged", "open_vault"]
