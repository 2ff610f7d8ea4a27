import { createRequire } from 'node:module';
import { createEmptyTestResult, type AssertionResult, type TestResult } from '@jest/test-result';
import type MongoEnvironment from './mongoEnvironment.ts';

type Run = (
  ...given: [globalConfig: unknown, config: unknown, environment: MongoEnvironment, runtime: unknown, path: string]
) => Promise<TestResult>;

const { default: runFile } = createRequire(import.meta.url)('jest-circus/runner') as { readonly default: Run };

const skippedTest = (title: string): AssertionResult => ({
  ancestorTitles: [],
  title,
  fullName: title,
  status: 'pending',
  numPassingAsserts: 0,
  failureDetails: [],
  failureMessages: [],
});

/** A file that is not to run is not loaded either, which would take a second. It counts as one skipped test. */
const runUnlessSkipped: Run = async (...given) => {
  const [, , { notRun }, , testFilePath] = given;
  if (notRun === null) return runFile(...given);
  return {
    ...createEmptyTestResult(),
    testFilePath,
    skipped: true,
    numPendingTests: 1,
    testResults: [skippedTest(`NOT RUN: ${notRun}`)],
  };
};

export default runUnlessSkipped;
