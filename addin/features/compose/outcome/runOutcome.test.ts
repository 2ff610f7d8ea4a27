import { describe, expect, it } from '@jest/globals';
import type { Step, TimedStep } from '../frame/frameMessages.ts';
import { describeRun } from './runOutcome.ts';

const at = (...steps: Step[]): TimedStep[] => steps.map((step, index) => ({ ...step, ms: index * 10 }));
const fired: Step = { kind: 'fired', event: 'onNewMessageCompose' };
const token: Step = { kind: 'token', given: true };
const completed: Step = { kind: 'completed' };
const set = (content: string): Step => ({ kind: 'signatureSet', content, format: 'html' });
const answered = (status: number | null, code: string | null = null): Step => ({ kind: 'request', status, code });
const done = (...steps: Step[]) => ({ phase: 'done' as const, steps: at(fired, ...steps, completed), signature: '' });

describe('how a run went', () => {
  it.each([
    ['put in', done(token, answered(200), set('<b>x</b>')), { kind: 'inserted', characters: 8, ms: 30 }],
    ['confirmed', done(set('abc'), token, answered(304)), { kind: 'inserted', characters: 3, ms: 10 }],
    ['unconfirmed', done(set('abc'), token, answered(500)), { kind: 'lastGood', characters: 3, ms: 10 }],
    ['nobody we know', done(token, answered(404, 'not-a-teammate'), set('')), { kind: 'notTeammate' }],
    ['nobody we know, nothing to take out', done(token, answered(404, 'not-a-teammate')), { kind: 'notTeammate' }],
    ['an empty signature', done(token, answered(200)), { kind: 'noSignature' }],
    ['no network', done(token, answered(null)), { kind: 'noAnswer' }],
    ['no sign-in', done({ kind: 'token', given: false }), { kind: 'noToken' }],
    ['too late', done(token), { kind: 'tooLate' }],
    ['refused', done(token, answered(500, 'internal')), { kind: 'refused', status: 500, code: 'internal' }],
  ])('%s', (_name, run, outcome) => {
    expect(describeRun(run)).toEqual(outcome);
  });

  it('is still going on, or never began', () => {
    expect(describeRun({ phase: 'running', steps: [], signature: '' })).toEqual({ kind: 'running' });
    expect(describeRun({ phase: 'broken', steps: [], signature: '' })).toEqual({ kind: 'broken' });
  });

  it('keeps what stands in the mail when a changed sender leads to the same signature', () => {
    expect(describeRun({ ...done(token, answered(304)), signature: 'abc' })).toEqual({ kind: 'kept' });
  });
});
