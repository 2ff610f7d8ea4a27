import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { samplePerson, sampleTeammate } from '../../../tests/support/people/samplePeople.ts';
import { mostRows } from '../../contract/people/overridesFile.ts';
import type { DirectoryUser } from '../../domain/directory/directoryUser.ts';
import { hidden, keptHidden } from '../../domain/fields/overrides/hidden.ts';
import { usualFields, usualRule, type FieldRule, type FieldSettings } from '../../domain/fields/fieldSettings.ts';
import { defaultSyncSettings } from '../../domain/settings/syncSettings.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import { declarations } from '../../storage/declare/collections.ts';
import { openRepositories } from '../../storage/openRepositories.ts';
import { openSqliteEngine } from '../../storage/sqlite/openSqliteEngine.ts';
import { csvLine } from '../export/csvLine.ts';
import { columnCells, columnHeads } from '../export/teammateColumns.ts';
import { presentTeammate } from '../present/presentTeammate.ts';
import { planOverrides } from './planOverrides.ts';

const tenant = 'contoso';
const clock = { now: () => new Date('2026-01-01T00:00:00Z'), sleep: async () => undefined };
const idOf = (number: number): string => `33333333-3333-4333-8333-${String(number).padStart(12, '0')}`;
const person = (number: number, profile: Partial<DirectoryUser>, change: Partial<Teammate> = {}): Teammate => {
  const id = idOf(number);
  return sampleTeammate({ id, profile: samplePerson({ id, ...profile }), ...change });
};

const planWith = async (people: readonly Teammate[], text: string, settings: FieldSettings = usualFields) => {
  const repositories = openRepositories(await openSqliteEngine({ file: ':memory:', declarations }));
  await repositories.teammates.save(tenant, people);
  await repositories.fieldSettings.save(tenant, settings, 0);
  return planOverrides({ repositories, clock }, tenant, new TextEncoder().encode(text));
};

/** The list as it is exported. */
const exported = (people: readonly Teammate[], fields: FieldSettings = usualFields): string =>
  [
    columnHeads('en'),
    ...people.map((each) => {
      const aside = { enrichment: null, manager: null, fields };
      return columnCells(presentTeammate(each, defaultSyncSettings, aside), 'en');
    }),
  ]
    .map((cells) => csvLine(cells))
    .join('');

describe('a row is about the person it names and nobody else', () => {
  const mail = 'ada@contoso.com';
  const ada = person(1, { displayName: 'Zoë Ada', userPrincipalName: mail, mail });
  /** By name before her, with her address. */
  const admin = person(2, { displayName: 'Admin Ada', userPrincipalName: 'adm-ada@contoso.com', mail });
  const desk = person(3, { displayName: 'Desk', userPrincipalName: 'desk@contoso.com', mail: 'Info@contoso.com' });
  const shop = person(4, { displayName: 'Shop', userPrincipalName: 'shop@contoso.com', mail: 'info@contoso.com' });
  const signsInAsInfo = person(5, { userPrincipalName: 'INFO@contoso.com', mail: 'five@contoso.com' });
  const disabled = { status: 'disabled', disabledAt: '2026-01-01T00:00:00.000Z' } as const;
  const old = person(
    6,
    { displayName: 'A', userPrincipalName: 'new@contoso.com', mail: 'again@contoso.com' },
    disabled,
  );
  const young = person(7, { displayName: 'B', userPrincipalName: 'new@contoso.com', mail: 'again@contoso.com' });
  const away = person(8, { userPrincipalName: 'away@contoso.com', mail: 'away@mail.example' }, disabled);
  const gone = person(
    9,
    { userPrincipalName: 'gone@contoso.com', mail: null },
    { status: 'removed', removedAt: '2026' },
  );
  const twins = [10, 11].map((each) => person(each, { userPrincipalName: 'twin@contoso.com', mail: null }, disabled));
  const everybody = [ada, admin, desk, shop, signsInAsInfo, old, young, away, gone, ...twins];
  const [unknown, ambiguous] = ['csv-person-unknown', 'csv-person-ambiguous'];

  test.each([
    ['a sign-in name that an admin account has as its address', 'upn', 'Ada@Contoso.com', ada.id],
    ['the sign-in name of that admin account', 'upn', 'adm-ada@contoso.com', admin.id],
    ['a sign-in name that two others have as their address', 'upn', 'info@contoso.com', signsInAsInfo.id],
    ['what is an address, but nobody’s sign-in name', 'upn,mail', `five@contoso.com,${mail}`, unknown],
    ['an address that two people share', 'mail', 'info@contoso.com', ambiguous],
    ['an address that a person and their admin account share', 'mail', mail, ambiguous],
    ['an address of one person', 'mail', 'FIVE@contoso.com', signsInAsInfo.id],
    ['a sign-in name as address', 'mail', 'shop@contoso.com', unknown],
    ['an address where the sign-in name is left empty', 'upn,mail', ',five@contoso.com', signsInAsInfo.id],
    ['a sign-in name that a disabled account had before', 'upn', 'new@contoso.com', young.id],
    ['an address that a disabled account had before', 'mail', 'again@contoso.com', young.id],
    ['the id of that disabled account', 'id,upn', `${old.id.toUpperCase()},new@contoso.com`, old.id],
    ['somebody disabled', 'upn', 'away@contoso.com', away.id],
    ['the address of somebody disabled', 'mail', 'away@mail.example', away.id],
    ['one of two disabled accounts', 'upn', 'twin@contoso.com', ambiguous],
    ['somebody removed', 'upn', 'gone@contoso.com', unknown],
    ['the id of somebody removed', 'id,upn', `${gone.id},shop@contoso.com`, unknown],
    ['an id that nobody has, beside a sign-in name', 'Id,upn', `${idOf(99)},shop@contoso.com`, unknown],
    ['a number of another system in the column ID', 'ID,upn', '4711,shop@contoso.com', shop.id],
    ['nobody', 'upn,mail', ',', unknown],
  ])('%s', async (...[, heads, cells, expected]) => {
    const { rows } = await planWith(everybody, `${heads},city\n${cells},Delft\n`);
    expect(rows.map(({ teammate, problems }) => teammate?.id ?? problems[0]?.code)).toEqual([expected]);
  });

  test('is told by its line in the file, and columns without a name are left out', async () => {
    const { rows, columns } = await planWith(
      [shop],
      'sep=;\nupn;city;;\n;;;\nshop@contoso.com;"De\nlft";;x\nnobody;;;\n',
    );
    expect(rows.map(({ line }) => line)).toEqual([4, 6]);
    expect(columns).toEqual([{ name: 'city', key: 'city' }]);
  });

  test('an untouched export finds everybody by id and changes nobody', async () => {
    const people = everybody.filter(({ status }) => status !== 'removed');
    const { rows } = await planWith(everybody, exported(people));
    expect(rows.map(({ teammate }) => teammate?.id)).toEqual(people.map(({ id }) => id));
    expect(rows.flatMap(({ changes, problems }) => [...changes, ...problems])).toEqual([]);
  });
});

test('other requests are looked at while a long file is, after every few rows', async () => {
  const stored = openRepositories(await openSqliteEngine({ file: ':memory:', declarations }));
  let [rowsOfTurn, most, isOver] = [0, 0, false];
  const teammates: typeof stored.teammates = {
    ...stored.teammates,
    listByAddress: (...asked) => {
      rowsOfTurn += 1;
      most = Math.max(most, rowsOfTurn);
      return stored.teammates.listByAddress(...asked);
    },
  };
  const others = (): void => {
    rowsOfTurn = 0;
    if (!isOver) setImmediate(others);
  };
  setImmediate(others);
  const text = `upn,city\n${Array.from({ length: mostRows }, (_, row) => `p${String(row)}@contoso.com,Delft\n`).join('')}`;
  const desk = { repositories: { ...stored, teammates }, clock };
  const { rows } = await planOverrides(desk, tenant, new TextEncoder().encode(text));
  isOver = true;
  expect(rows).toHaveLength(mostRows);
  expect(most).toBeLessThanOrEqual(25);
});

describe('an untouched export', () => {
  const fields = [
    ...['jobTitle', 'department', 'companyName', 'businessPhone', 'mobilePhone', 'officeLocation', 'streetAddress'],
    ...['postalCode', 'city', 'country'],
  ];
  const of = (value: string) => Object.fromEntries(fields.map((key) => [key, value]));
  const blank = { ...of(''), businessPhones: [], mobilePhone: null };
  const people = [
    person(1, {}),
    person(2, {}, { overrides: of('head of van IJ, 123') }),
    person(3, blank, { overrides: of('set by hand') }),
    person(7, { ...of('Delft') }, { overrides: of(keptHidden) }),
    person(8, blank, { overrides: of(keptHidden) }),
    person(9, blank, { overrides: of('<hide>') }),
    person(4, blank, { lastKnown: of('what it said') }),
    person(5, { ...of(' two\nlines '), businessPhones: ['see the intranet'], mobilePhone: '+31 6 ext' }),
    person(6, { ...of('01067'), businessPhones: ['=1+1'], mobilePhone: '-' }, { overrides: of('001') }),
  ];
  const rules = (['overrideWins', 'directoryWins', 'fillIfEmpty', 'never'] as const).flatMap((policy) =>
    (['asUsual', 'upper', 'capitalised', 'national'] as const).flatMap((format) =>
      (['clear', 'keep', 'fallback'] as const).map((blankRule) => ({ policy, format, blank: blankRule })),
    ),
  );

  test.each(rules)('changes nothing under $policy, $format, $blank', async (change) => {
    const rule: FieldRule = { ...usualRule('city'), fallback: 'ask us', ...change };
    const settings = { rules: Object.fromEntries(fields.map((key) => [key, rule])), custom: [] };
    const { rows, columns } = await planWith(people, exported(people, settings), settings);
    expect(columns.flatMap(({ key }) => key ?? [])).toEqual(fields);
    expect(rows.map(({ changes, problems }) => [changes, problems])).toEqual(people.map(() => [[], []]));
  });

  test('changes nothing, whatever signs its values have that a spreadsheet is kept from', async () => {
    const text = fc
      .stringMatching(/^[a0'=+@,;" -]{1,8}$/)
      .map((signs) => signs.trim())
      .filter((signs) => signs !== '');
    const values = fc.array(fc.tuple(text, fc.option(text)), { minLength: 1, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(values, fc.constantFrom(...rules), async (all, change) => {
        const settings = {
          rules: Object.fromEntries(fields.map((key) => [key, { ...usualRule('city'), ...change }])),
          custom: [],
        };
        const named = all.map(([value, override], number) => {
          const profile = { ...of(value), businessPhones: [value], mobilePhone: value };
          return person(number, profile, { overrides: override === null ? {} : of(override) });
        });
        const { rows } = await planWith(named, exported(named, settings), settings);
        expect(rows.flatMap(({ changes, problems }) => [...changes, ...problems])).toEqual([]);
      }),
    );
  });

  test('sets again what was edited in it, also back to what the directory says', async () => {
    const settings = { rules: { city: { ...usualRule('city'), format: 'upper' as const } }, custom: [] };
    const ada = person(1, { city: 'Delft' }, { overrides: { city: 'Gouda' } });
    const { rows } = await planWith([ada], exported([ada], settings).replace('GOUDA', 'Delft'), settings);
    expect(rows[0]?.changes).toEqual([{ key: 'city', old: 'GOUDA', new: 'Delft' }]);
  });
});

describe('a cell with <hide>', () => {
  const [value, set] = [{ city: 'Delft' }, (city: string) => ({ overrides: { city } })];
  const change = (old: string, now: unknown) => [{ key: 'city', old, new: now }];

  test.each([
    ['leaves the field out', '<Hide>', {}, change('Delft', hidden)],
    ['in place of what was set by hand', ' <HIDE> ', set('Gouda'), change('Gouda', hidden)],
    ['and changes nothing where it is left out already', '<hide>', set(keptHidden), []],
    ['until <clear> takes it back', '<clear>', set(keptHidden), change('', null)],
    ['or what the directory says is written there', 'Delft', set(keptHidden), change('', 'Delft')],
    ['or anything else is', 'Gouda', set(keptHidden), change('', 'Gouda')],
    ['an empty one leaves that alone', '', set(keptHidden), []],
  ])('%s', async (...[, cell, by, expected]) => {
    const ada = person(1, { userPrincipalName: 'a@contoso.com', ...value }, by);
    const { rows } = await planWith([ada], csvLine(['upn', 'city']) + csvLine(['a@contoso.com', cell]));
    expect(rows[0]).toMatchObject({ changes: expected, problems: [] });
  });

  test('is a problem where nothing can be left out', async () => {
    const settings = { rules: { city: { ...usualRule('city'), policy: 'directoryWins' as const } }, custom: [] };
    const text = 'upn,displayName,city\na@contoso.com,<hide>,<hide>\n';
    const { rows } = await planWith([person(1, { userPrincipalName: 'a@contoso.com' })], text, settings);
    expect(rows[0]).toMatchObject({
      changes: [],
      problems: [
        { column: 'displayName', code: 'override-needed' },
        { column: 'city', code: 'override-unused' },
      ],
    });
  });
});

describe('what a spreadsheet breaks', () => {
  const lost = { column: 'city', code: 'csv-letters-lost' };
  const cityOf = (city: string, override: string | null = null) =>
    person(1, { userPrincipalName: 'a@contoso.com', city }, { overrides: override === null ? {} : { city: override } });

  test.each([
    ['digits without their zeros are no news', cityOf('01067'), '1067', null],
    ['nor are those of what was set by hand', cityOf('Delft', '00310'), '310', null],
    ['nor those of what the directory says behind it', cityOf('01067', '2000'), '1067', null],
    ['nor is what is left of zeros alone', cityOf('000'), '0', null],
    ['other digits are', cityOf('01067'), '10670', '10670'],
    ['so are more zeros than there were', cityOf('1067'), '01067', '01067'],
    ['and zeros of a word', cityOf('0a'), 'a', 'a'],
    ['digits kept as a formula are what they say', cityOf('01067'), '="01067"', null],
    ['also where they are new', cityOf('01067'), '="01069"', '01069'],
    ['question marks in place of letters are told', cityOf('Łódź'), '??d?', lost],
    ['also those that came before the encoding', cityOf('Łódź'), '?ód?', lost],
    ['underscores too', cityOf('Łódź'), '_ód_', lost],
    ['and of a sign of two halves', cityOf('Gent 😀'), 'Gent ??', lost],
    ['or in one', cityOf('Gent 😀'), 'Gent ?', lost],
    ['a question mark in place of a plain letter is meant', cityOf('Delft'), 'Del?t', 'Del?t'],
    ['and so are other letters', cityOf('Łódź'), '?odz', '?odz'],
    ['what was shown with a question mark stays', cityOf('Łódź?'), 'Łódź?', null],
    ['an apostrophe that the value itself begins with may go', cityOf("'+31 30"), "'+31 30", null],
    ['also within it', cityOf("Team;'-x"), "Team;'-x", null],
    ['but what stands behind it may not change', cityOf("'+31 30"), "'+31 40", '+31 40'],
  ])('%s', async (...[, teammate, cell, expected]) => {
    const { rows } = await planWith([teammate], csvLine(['upn', 'city']) + `a@contoso.com,${cell}\n`);
    const told = rows.flatMap(({ changes, problems }) => [...changes.map((change) => change.new), ...problems]);
    expect(told).toEqual(expected === null ? [] : [expected]);
  });
});
