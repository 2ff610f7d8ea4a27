/** Jest runs the sources as ES modules, as Node itself does, so a test never sees another module system than production. */
const shared = {
  testEnvironment: 'node',
  transform: { '^.+\\.tsx?$': ['@swc/jest', { swcrc: true }] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
};

export default {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{server/src,addin,simulator,scripts,bench}/**/*.test.{ts,tsx}'],
    },
    { ...shared, displayName: 'contract', testMatch: ['<rootDir>/server/tests/contract/**/*.test.ts'] },
    { ...shared, displayName: 'integration', testMatch: ['<rootDir>/server/tests/integration/**/*.test.ts'] },
    { ...shared, displayName: 'architecture', testMatch: ['<rootDir>/server/tests/architecture/**/*.test.ts'] },
    { ...shared, displayName: 'browser', testMatch: ['<rootDir>/e2e/**/*.test.ts'] },
  ],
  testTimeout: 30_000,
};
