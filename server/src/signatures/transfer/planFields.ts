import {
  customKey,
  findDirectory,
  type DirectoryField,
  type FieldSettings,
} from '../../domain/fields/fieldSettings.ts';
import { fieldProblems, saveFields } from '../fields/saveFields.ts';
import type { ImportDesk, ImportStep } from './importDesk.ts';
import { decided, isSameValue, refused, type ImportItem, type Refusal } from './transferred.ts';

type Named = Pick<ImportItem, 'key' | 'kind' | 'name'>;
type Change = (settings: FieldSettings) => FieldSettings;

/** Fields that the tenant named first, because rules are about them too. Fields that are only here stay. */
export const planFields = async (at: ImportDesk): Promise<readonly ImportStep[]> => {
  const { desk, actor, file } = at;
  const { value: before } = await desk.repositories.fieldSettings.get(actor.tenantId);
  const withDirectory = file.directoryFields.reduce((settings, field) => putDirectory(field)(settings), before);
  const withCustom = file.customFields.reduce((settings, field) => putCustom(field)(settings), withDirectory);
  const custom = file.customFields.map((field) => {
    const known = before.custom.find(({ key }) => key === field.key);
    const item: Named = { key: customItem(field.key), kind: 'customField', name: customKey(field.key) };
    if (known === undefined && withCustom.custom.length > mostCustom) return no(item, tooMany);
    return plan(at, item, { before, known, next: field, change: putCustom(field) });
  });
  const directory = file.directoryFields.map((field) => {
    const { attribute: name } = field;
    const item: Named = { key: directoryItem(name), kind: 'directoryField', name };
    return plan(at, item, {
      before,
      known: findDirectory(before, name) ?? undefined,
      next: field,
      change: putDirectory(field),
    });
  });
  const after = fieldsAfter(at, before, [...directory, ...custom]);
  const rules = Object.entries(file.fieldRules).map(([key, rule]) => {
    const item: Named = { key: `fieldRule/${key}`, kind: 'fieldRule', name: key };
    const change: Change = (settings) => ({ ...settings, rules: { ...settings.rules, [key]: rule } });
    return plan(at, item, { before: after, known: before.rules[key], next: rule, change });
  });
  return [...directory, ...custom, ...rules];
};

/** What is here once the planned fields were brought in, as far as they can be. */
export const fieldsAfter = (
  { file }: Pick<ImportDesk, 'file'>,
  before: FieldSettings,
  steps: readonly ImportStep[],
): FieldSettings => {
  const usable = new Set(steps.filter(({ item }) => item.action !== 'refused').map(({ item }) => item.key));
  const changes = [
    ...file.directoryFields.filter(({ attribute }) => usable.has(directoryItem(attribute))).map(putDirectory),
    ...file.customFields.filter(({ key }) => usable.has(customItem(key))).map(putCustom),
  ];
  return changes.reduce((settings, change) => change(settings), before);
};

const customItem = (key: string): string => `customField/${key}`;
const directoryItem = (attribute: string): string => `directoryField/${attribute}`;

/** As many as the API takes. */
const mostCustom = 50;
const tooMany: Refusal = { code: 'too-many-fields', message: 'There can be at most 50 fields of your own.' };
const forAdmins: Refusal = {
  code: 'fields-for-admins',
  message: 'Only an administrator can change fields. Ask one to import this.',
};

const no = (item: Named, reason: Refusal): ImportStep => ({
  item: refused(item, reason),
  apply: () => Promise.resolve(),
});

const putCustom =
  (field: FieldSettings['custom'][number]): Change =>
  ({ custom, ...rest }) => {
    const isKnown = custom.some(({ key }) => key === field.key);
    const after = isKnown ? custom.map((old) => (old.key === field.key ? field : old)) : [...custom, field];
    return { ...rest, custom: after };
  };

const putDirectory =
  (field: DirectoryField): Change =>
  (settings) => {
    const others = (settings.directory ?? []).filter(({ attribute }) => attribute !== field.attribute);
    return { ...settings, directory: [...others, field] };
  };

interface Planned {
  readonly before: FieldSettings;
  /** As it is here; undefined: it is not. */
  readonly known: unknown;
  readonly next: unknown;
  readonly change: Change;
}

const plan = (
  { desk: { repositories }, actor: { tenantId }, mayChangeFields }: ImportDesk,
  item: Named,
  { before, known, next, change }: Planned,
): ImportStep => {
  const [problem] = fieldProblems(before, change({ ...before, rules: {} }));
  if (problem !== undefined) {
    return no(item, { code: problem.code ?? 'invalid-request', message: problem.message });
  }
  const action = known === undefined ? 'new' : isSameValue(known, next) ? 'same' : 'changed';
  if (action !== 'same' && !mayChangeFields) return no(item, forAdmins);
  const apply = async () => {
    const { value, revision } = await repositories.fieldSettings.get(tenantId);
    await saveFields(repositories, tenantId, { ...change(value), revision });
  };
  return { item: decided(item, action), apply };
};
