import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { noteReport, outlookClients, readClient, readProblemCode, type Report, type Sighting } from './sighting.ts';

const web: Report = { client: 'web', version: '1', problem: null };
const noted = (before: Sighting | null, report: Report, day: string) =>
  noteReport(before, { teammateId: 't', report, day });

describe('a report', () => {
  it('is written down once a day, and again when something about it is new', () => {
    const first = noted(null, web, '2026-03-30');
    expect(first).toEqual({
      teammateId: 't',
      clients: [{ client: 'web', version: '1', seenOn: '2026-03-30' }],
      problem: null,
    });
    expect(noted(first, web, '2026-03-30')).toBeNull();
    expect(noted(first, web, '2026-03-31')).not.toBeNull();
    expect(noted(first, { ...web, version: '2' }, '2026-03-30')).not.toBeNull();
  });

  it('of another client stands beside the first, the newest in front', () => {
    const both = noted(noted(null, web, '2026-03-30'), { ...web, client: 'ios' }, '2026-03-31');
    expect(both?.clients.map(({ client }) => client)).toEqual(['ios', 'web']);
    expect(noted(both, web, '2026-03-31')?.clients.map(({ client }) => client)).toEqual(['web', 'ios']);
  });

  it('of a problem stays until a day has passed without it', () => {
    const broken = noted(null, { ...web, problem: 'consent' }, '2026-03-30');
    expect(broken?.problem).toEqual({ code: 'consent', on: '2026-03-30' });
    expect(noted(broken, web, '2026-03-30')).toBeNull();
    expect(noted(broken, web, '2026-03-31')?.problem).toBeNull();
  });

  it('repeated on the same day, is never written twice, whatever reports come', () => {
    const report = fc.record({
      client: fc.constantFrom(...outlookClients),
      version: fc.constantFrom('1', '2'),
      problem: fc.option(fc.constantFrom('a', 'b'), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(report), report, (past, last) => {
        const before = past.reduce<Sighting | null>((so, one) => noted(so, one, '2026-03-30') ?? so, null);
        const after = noted(before, last, '2026-03-31') ?? before;
        expect(noted(after, last, '2026-03-31')).toBeNull();
      }),
    );
  });
});

describe('what a handler says', () => {
  it.each([
    ['Outlook/16.0.18025.20000', { client: 'classic', version: '16.0.18025.20000' }],
    ['OutlookWebApp/20260313004.06', { client: 'web', version: '20260313004.06' }],
    ['Teapot/<b>9</b>', { client: 'other', version: 'b9' }],
    ['', { client: 'other', version: '' }],
    [`OutlookIOS/${'9'.repeat(500)}`, { client: 'ios', version: '9'.repeat(40) }],
    ['constructor/1', { client: 'other', version: '1' }],
  ])('%s is read as it is meant', (text, read) => {
    expect(readClient(text)).toEqual(read);
  });

  it('is a code or nothing', () => {
    expect(['sign-in', 'AADSTS65001', '<script>', '', 'x'.repeat(99)].map(readProblemCode)).toEqual([
      'sign-in',
      'AADSTS65001',
      null,
      null,
      null,
    ]);
  });
});
