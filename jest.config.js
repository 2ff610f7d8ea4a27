/** The sources run as ES modules loaded by Node itself, so a test never sees another module system than production. */
const shared = {
  testEnvironment: 'node',
  runtime: '<rootDir>/scripts/jest/nativeRuntime.ts',
  globals: { testsRunOnMongo: false },
  // For the few files that run in a world of their own.
  transform: { '^.+\\.tsx?$': ['@swc/jest', { swcrc: true }] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
};

/** Once per run and only when a test of such a project is in it: finds or starts the MongoDB those tests share. */
const withMongo = {
  globalSetup: '<rootDir>/server/tests/mongo/setUpMongo.ts',
  globalTeardown: '<rootDir>/server/tests/mongo/tearDownMongo.ts',
};

/** Integration tests to which it makes no difference where the data are, or that are about a data folder or both engines. */
const aboutNoStore = [
  'appTokens',
  'databaseAway',
  'kill',
  'mongoTransfer',
  'operator',
  'stopping',
  'transfer',
  'trustedProxies',
  'worker',
].map((name) => `/integration/\\w+/${name}\\.test\\.ts$`);

export default {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{server/src,addin,simulator,scripts,bench}/**/*.test.{ts,tsx}'],
    },
    {
      ...shared,
      ...withMongo,
      displayName: 'contract',
      testMatch: ['<rootDir>/server/tests/{contract,mongo}/**/*.test.ts'],
    },
    {
      ...shared,
      ...withMongo,
      displayName: 'integration',
      testMatch: ['<rootDir>/server/tests/integration/**/*.test.ts'],
    },
    {
      ...shared,
      ...withMongo,
      displayName: 'integration on MongoDB',
      testMatch: ['<rootDir>/server/tests/integration/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', ...aboutNoStore],
      testEnvironment: '<rootDir>/server/tests/mongo/mongoEnvironment.ts',
      testRunner: '<rootDir>/server/tests/mongo/mongoRunner.ts',
      globals: { testsRunOnMongo: true },
    },
    { ...shared, displayName: 'architecture', testMatch: ['<rootDir>/server/tests/architecture/**/*.test.ts'] },
    {
      ...shared,
      displayName: 'browser',
      testMatch: ['<rootDir>/e2e/**/*.test.ts'],
      globalSetup: '<rootDir>/e2e/support/browser/unpackChromium.ts',
    },
  ],
  testSequencer: '<rootDir>/scripts/jest/longestFirst.ts',
  reporters: ['default', '<rootDir>/scripts/jest/slowestFiles.ts'],
  // Far from what any test takes: it ends one that hangs, and says nothing about speed. All of them on FerretDB take whatever they take.
  testTimeout: process.env.MONGO_TESTS === 'all' ? 1_800_000 : 300_000,
  // Two cores do the work of four: many tests wait for a process, a browser or a lease, not for a core.
  maxWorkers: 4,
};
