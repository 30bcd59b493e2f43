"""The contract that services and workers share: types, storage, messages, settings, logs."""
