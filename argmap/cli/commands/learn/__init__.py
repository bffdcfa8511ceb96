"""Commands that explain argmap itself."""
