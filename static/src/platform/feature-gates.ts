/**
 * Stands in for `@atlaskit/feature-gate-js-client`. Outside Atlassian's own products that client is never
 * initialised: each gate is off and each experiment gives its default. This answers the same without its weight.
 */
const FeatureGates = {
  checkGate: (_gate: string) => false,
  getExperimentValue: <T>(_experiment: string, _parameter: string, fallback: T) => fallback,
  initializeCalled: () => false,
};

export default FeatureGates;
