import type { Fault } from '../../../../simulator/faults/faults.ts';

/** What goes wrong on the way to Microsoft now and then, and is over when it is asked again. */
export const passingFaults: readonly (readonly [string, Fault])[] = [
  ['429 with whole seconds', { kind: 'status', status: 429, retryAfter: 7 }],
  ['429 with a fraction of a second', { kind: 'status', status: 429, retryAfter: 2.128 }],
  ['429 that does not say how long', { kind: 'status', status: 429 }],
  ['503', { kind: 'status', status: 503, retryAfter: 1 }],
  ['504', { kind: 'status', status: 504 }],
  ['408', { kind: 'status', status: 408 }],
  ['509 for bytes beyond a limit', { kind: 'status', status: 509, retryAfter: 1 }],
  ['a broken connection', { kind: 'reset' }],
  ['a connection broken in the middle of a page', { kind: 'reset', midBody: true }],
  ['a page cut short', { kind: 'truncate' }],
  ['a slow answer', { kind: 'slow', milliseconds: 20 }],
  ['empty pages with a next link', { kind: 'emptyPage' }],
];
