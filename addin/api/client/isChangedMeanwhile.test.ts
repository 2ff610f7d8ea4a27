import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from './apiProblem.ts';
import { isChangedMeanwhile } from './isChangedMeanwhile.ts';

const refused = (code: string, status: number) => new ApiProblem({ code, status });

describe('that somebody else saved meanwhile', () => {
  it.each([
    ['changed-meanwhile', 409],
    ['selection-changed', 412],
    ['settings-changed', 412],
    ['signature-changed', 409],
    ['stale-revision', 409],
  ])('is what %s says', (code, status) => {
    expect(isChangedMeanwhile(refused(code, status))).toBe(true);
  });

  it.each(['not-connected', 'tenant-erasing', 'run-in-progress'])(
    'is not what %s says with the same status',
    (code) => {
      expect(isChangedMeanwhile(refused(code, 409))).toBe(false);
    },
  );

  it('is not what a proxy says with such a status', () => {
    expect(isChangedMeanwhile(refused('unexpected-answer', 412))).toBe(false);
  });
});
