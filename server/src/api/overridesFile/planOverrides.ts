import { setImmediate } from 'node:timers/promises';
import { hideWord } from '../../contract/people/hideWord.ts';
import { mostRows, type OverridesFile } from '../../contract/people/overridesFile.ts';
import { nameOf } from '../../domain/directory/directoryUser.ts';
import { withoutEnded } from '../../domain/fields/overrides/endedOverrides.ts';
import type { FieldSettings } from '../../domain/fields/fieldSettings.ts';
import { asAsked, hidden, type Hidden } from '../../domain/fields/overrides/hidden.ts';
import { readOverride } from '../../domain/fields/overrides/overrides.ts';
import { resolveFields, type ResolvedField } from '../../domain/fields/resolveFields.ts';
import { dayAt } from '../../domain/schedule/dayAt.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import { presentable } from '../../domain/text/presentable.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Repositories } from '../../ports/repositories.ts';
import { guardedCell } from '../export/csvLine.ts';
import { overridesRevision } from '../teammates/overridesRevision.ts';
import { hasLostLetters, isWithoutZeros } from './brokenBySpreadsheet.ts';
import { findPerson, type PersonCells } from './findPerson.ts';
import { readColumns, type Columns } from './readColumns.ts';
import { readCsv, textOf } from './readCsv.ts';

type Row = OverridesFile['rows'][number];

/** In a cell it takes back what was set by hand; an empty one leaves that alone. */
const clearing = '<clear>';

/** So many rows are looked at before somebody else's request is. */
const atOnce = 25;

interface PlanDesk {
  readonly repositories: Repositories;
  readonly clock: Clock;
}

/**
 * What a file would set by hand, or take back. An empty cell leaves a field alone, and so does a value that is shown already, so that
 * an exported list that comes back changes what was edited in it and nothing else. Throws RequestError 422 where the file
 * as a whole is of no use.
 */
export const planOverrides = async (
  { repositories, clock }: PlanDesk,
  tenantId: string,
  bytes: Uint8Array,
): Promise<OverridesFile> => {
  const { encoding, lines } = readCsv(bytes, mostRows);
  const [head, ...others] = lines;
  const settings = (await repositories.fieldSettings.get(tenantId)).value;
  const columns = readColumns(head?.cells ?? [], settings);
  const today = dayAt(clock.now());
  const seen = new Set<string>();
  const rows: Row[] = [];
  for (const [at, { line, cells }] of others.entries()) {
    // SQLite answers at once, so without this nobody else's request is looked at before the whole file is done.
    if (at % atOnce === 0) await setImmediate();
    const named = personIn(cells, columns);
    const place = { line, person: nameOfRow(named) };
    const found = await findPerson(repositories.teammates, tenantId, named);
    if (typeof found === 'string' || seen.has(found.id)) {
      const code = typeof found === 'string' ? found : 'csv-person-twice';
      rows.push({ ...place, teammate: null, changes: [], problems: [{ column: null, code }] });
      continue;
    }
    seen.add(found.id);
    rows.push({ ...place, ...planRow(withoutEnded(found, today), cells, { columns, settings }) });
  }
  return {
    rows,
    encoding,
    columns: columns.columns.filter(({ name }, at) => name !== '' && !Object.values(columns.people).includes(at)),
  };
};

const personIn = (cells: readonly string[], { people: { id, signInName, mail } }: Columns): PersonCells => ({
  id: cells[id] ?? '',
  signInName: cells[signInName] ?? '',
  mail: cells[mail] ?? '',
});

const nameOfRow = ({ id, signInName, mail }: PersonCells): string => (signInName || mail || id).slice(0, 200);

interface Known {
  readonly columns: Columns;
  readonly settings: FieldSettings;
}

const planRow = (
  teammate: Teammate,
  cells: readonly string[],
  { columns: { columns }, settings }: Known,
): Pick<Row, 'teammate' | 'changes' | 'problems'> => {
  const shown = new Map(resolveFields(teammate, null, { settings }).map((field) => [field.key, field]));
  const changes: Row['changes'] = [];
  const problems: Row['problems'] = [];
  for (const [at, { name, key }] of columns.entries()) {
    const cell = cells[at] ?? '';
    const field = key === null || cell === '' ? undefined : shown.get(key);
    if (field === undefined) continue;
    const read = readCell(cell, field, settings);
    if (read === null) continue;
    if ('problem' in read) problems.push({ column: name, code: read.problem });
    else changes.push({ key: field.key, ...read });
  }
  const { id, profile } = teammate;
  return {
    teammate: { id, displayName: nameOf(profile), overridesRevision: overridesRevision(teammate) },
    changes,
    problems,
  };
};

type Read = Pick<Row['changes'][number], 'old' | 'new'> | { readonly problem: string } | null;

/** What a cell changes, or what is wrong with it; null where it changes nothing. */
const readCell = (cell: string, field: ResolvedField, settings: FieldSettings): Read => {
  if (cell.toLowerCase() === clearing)
    return field.override !== '' || field.hidden ? { old: field.override, new: null } : null;
  const asked = askedIn(cell, field);
  if (asked === null || (typeof asked === 'object' && 'problem' in asked)) return asked;
  const read = readOverride(field.key, asked, { settings, setter: 'admin' });
  return 'problem' in read ? read : { old: field.value, new: asAsked(read.value) };
};

/** What a cell asks to be set, before it is judged; null where that is so already. */
const askedIn = (cell: string, field: ResolvedField): string | Hidden | { readonly problem: string } | null => {
  const said = presentable(cell);
  if (said.toLowerCase() === hideWord) {
    // Also where those very words were set by hand.
    return field.hidden || said === field.value ? null : hidden;
  }
  // Before it is judged: what is shown need not be what may be set by hand, such as words in place of a number.
  if (!isNews(said, field) || isWithoutZeros(said, field)) return null;
  if (hasLostLetters(said, field)) return { problem: 'csv-letters-lost' };
  return cell;
};

/**
 * What is shown already is left alone, whatever it is made of, and so is what was set by hand, or what the directory says where nothing
 * was, nor was it left out.
 */
const isNews = (said: string, { value, override, hidden: isOut, directory }: ResolvedField): boolean =>
  !isSame(said, value) && !isSame(said, override) && (override !== '' || isOut || !isSame(said, directory));

/** Also as it comes back from our own list: an apostrophe of the value itself is taken there for one that the list put before it. */
const isSame = (said: string, known: string): boolean =>
  said === known || said === presentable(textOf(guardedCell(known)));
