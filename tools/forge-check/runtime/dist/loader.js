// Stands in for the runtime loader that the Forge CLI downloads at deploy time; it is not in npm.
