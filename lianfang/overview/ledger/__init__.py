"""The statistics ledger: one figure per indicator, unit and cut-off, signed, changed in the open, handed on."""
