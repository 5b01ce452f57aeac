// Stands in for the runtime wrapper that the Forge CLI downloads at deploy time; it is not in npm.
