import { expect, it } from '@jest/globals';
import { mineState } from './mineState.ts';

const connected = { state: 'connected' } as const;

it('promises a signature only to those who get one', () => {
  expect(mineState(connected, { status: 'active' })).toBe('ready');
  expect(mineState(connected, { status: 'none' })).toBe('notIncluded');
  expect(mineState(connected, { status: 'disabled' })).toBe('disabled');
  expect(mineState({ state: 'notConnected' }, { status: 'none' })).toBe('notConnected');
  expect(mineState({ state: 'incomplete' }, undefined)).toBe('notConnected');
  expect(mineState({ state: 'revoked' }, { status: 'active' })).toBe('ready');
});

it('says nothing before it knows', () => {
  expect(mineState(undefined, undefined)).toBe('unknown');
  expect(mineState(connected, undefined)).toBe('unknown');
  expect(mineState(undefined, { status: 'none' })).toBe('unknown');
});
