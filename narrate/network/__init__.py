"""How others are asked over the network: in bounded time, and without telling secrets."""
