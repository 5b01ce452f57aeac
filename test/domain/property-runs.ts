/** How many examples a property is tried with: a few at each change, as many as one likes with PROPERTY_RUNS. */
export const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 100) };
