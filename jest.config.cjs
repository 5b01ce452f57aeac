const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic', importSource: 'hono/jsx' } },
    },
    module: { type: 'commonjs' },
  },
];
const node = {
  testEnvironment: 'node',
  transform: { '^.+\\.[cm]?[jt]sx?$': swc },
  transformIgnorePatterns: [
    '/node_modules/(?!(hono|@hono|jira\\.js|minimatch|@isaacs|htmlparser2|entities|domhandler|domutils|domelementtype|dom-serializer)/)',
  ],
};
module.exports = {
  testTimeout: 30_000,
  projects: [
    { ...node, displayName: 'domain', testMatch: ['<rootDir>/test/domain/**/*.test.ts'] },
    { ...node, displayName: 'usecases', testMatch: ['<rootDir>/test/usecases/**/*.test.ts'] },
    { ...node, displayName: 'contract', testMatch: ['<rootDir>/test/contract/**/*.test.ts'] },
    { ...node, displayName: 'simulation', testMatch: ['<rootDir>/test/simulation/**/*.test.ts'] },
    { ...node, displayName: 'host', testMatch: ['<rootDir>/test/host/**/*.test.ts'] },
    { ...node, displayName: 'structure', testMatch: ['<rootDir>/test/structure/**/*.test.ts'] },
    { ...node, displayName: 'ui', testMatch: ['<rootDir>/test/ui/**/*.test.ts'] },
    { ...node, displayName: 'sandbox', testMatch: ['<rootDir>/test/sandbox/**/*.test.ts'] },
    { ...node, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.test.ts'] },
  ],
};
