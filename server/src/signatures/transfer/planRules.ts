import {
  signaturesNamed,
  withoutOwnDomains,
  type AssignmentRule,
  type Assignments,
} from '../../domain/assignment/assignment.ts';
import { RequestError } from '../../domain/errors.ts';
import type { FieldSettings } from '../../domain/fields/fieldSettings.ts';
import { openIsField } from '../../domain/fields/paths/openIsField.ts';
import { unknownFieldIn } from '../assignments/checkAssignments.ts';
import { isOwnDomain, readOwnDomains } from '../assignments/ownDomains.ts';
import type { ImportDesk, ImportStep } from './importDesk.ts';
import { fieldsAfter } from './planFields.ts';
import { decided, isSameValue, refused, type ImportItem, type Refusal } from './transferred.ts';

/** As many as the API takes. */
const mostRules = 200;
const mostAddressees = 500;

/** A rule takes the place of the one with its id, a new one comes after all others. Rules that are only here stay. */
export const planRules = async (at: ImportDesk, fields: readonly ImportStep[]): Promise<readonly ImportStep[]> => {
  const { desk, actor, file } = at;
  const isField = openIsField(fieldsAfter(at, await fieldsHere(at), fields));
  const { value: before } = await desk.repositories.assignments.get(actor.tenantId);
  const here = await desk.repositories.signatures.list(actor.tenantId);
  const signatures = new Set([...here.map(({ value }) => value.id), ...file.signatures.map(({ id }) => id)]);
  const steps = file.assignmentRules.map((rule) => {
    const named = { key: `rule/${rule.id}`, kind: 'rule' as const, name: rule.name };
    const known = before.rules.find(({ id }) => id === rule.id);
    const action = known === undefined ? 'new' : isSameValue(known, rule) ? 'same' : 'changed';
    const reason =
      whyNot(signaturesNamed(rule), signatures) ??
      (namesOthers(rule, at) ? ofAnotherTenant : null) ??
      unknownFieldIn(rule, isField);
    const change = (saved: Assignments) => putRule(saved, rule);
    return step(at, { named, action, reason, signatureIds: signaturesNamed(rule), rule, change });
  });
  const { otherwise } = file;
  if (otherwise === null) return steps;
  const named = { key: 'otherwise', kind: 'otherwise' as const, name: '' };
  const isOwn = isOwnDomain(await readOwnDomains(at.desk.repositories, actor.tenantId));
  const change = (saved: Assignments) => withoutOwnDomains({ ...otherwise, rules: saved.rules }, isOwn);
  const action = isSameValue(change(before), before) ? 'same' : 'changed';
  const signatureIds = signaturesNamed({ outcome: otherwise.otherwise, also: otherwise.also });
  const reason = whyNot(signatureIds, signatures);
  return [...steps, step(at, { named, action, reason, signatureIds, rule: null, change })];
};

const fieldsHere = async ({ desk, actor }: ImportDesk): Promise<FieldSettings> =>
  (await desk.repositories.fieldSettings.get(actor.tenantId)).value;

const missing: Refusal = {
  code: 'signature-missing',
  message: 'A signature that this gives, or lets people choose, is neither here nor in the file.',
};
const ofAnotherTenant: Refusal = {
  code: 'other-tenant',
  message: 'This names people, groups or units of another tenant. Make the rule here.',
};

const whyNot = (signatureIds: readonly string[], signatures: ReadonlySet<string>): Refusal | null =>
  signatureIds.every((id) => signatures.has(id)) ? null : missing;

const namesOthers = ({ people, groups, units, condition }: AssignmentRule, { actor, file }: ImportDesk): boolean => {
  const asked = condition?.tests.filter(({ kind }) => kind === 'group' || kind === 'unit') ?? [];
  return file.tenantId !== actor.tenantId && people.length + groups.length + units.length + asked.length > 0;
};

const putRule = (saved: Assignments, rule: AssignmentRule): Assignments => {
  const isKnown = saved.rules.some(({ id }) => id === rule.id);
  if (!isKnown && saved.rules.length >= mostRules) {
    throw new RequestError(409, 'too-many-rules', `There are ${String(mostRules)} rules, and no more can be kept.`);
  }
  const rules = isKnown ? saved.rules.map((old) => (old.id === rule.id ? rule : old)) : [...saved.rules, rule];
  if (rules.reduce((sum, { addressees = [] }) => sum + addressees.length, 0) > mostAddressees) {
    const message = `Rules together can name ${String(mostAddressees)} addressees, and this would be more.`;
    throw new RequestError(409, 'too-many-addressees', message);
  }
  return { ...saved, rules };
};

interface PlannedRule {
  readonly named: Pick<ImportItem, 'key' | 'kind' | 'name'>;
  readonly action: 'new' | 'changed' | 'same';
  readonly reason: Refusal | null;
  /** Those that it names. */
  readonly signatureIds: readonly string[];
  /** Null for what holds beside the rules. */
  readonly rule: AssignmentRule | null;
  readonly change: (saved: Assignments) => Assignments;
}

const step = (at: ImportDesk, { named, action, reason, signatureIds, rule, change }: PlannedRule): ImportStep => ({
  item: reason === null ? decided(named, action) : refused(named, reason),
  apply: async () => {
    const { repositories } = at.desk;
    const { tenantId } = at.actor;
    // Its signatures, or a field it asks about, may have been left out of what is imported.
    const found = await Promise.all(signatureIds.map((id) => repositories.signatures.get(tenantId, id)));
    if (found.includes(null)) throw new RequestError(409, missing.code, missing.message);
    const unknown = rule === null ? null : unknownFieldIn(rule, openIsField(await fieldsHere(at)));
    if (unknown !== null) throw unknown;
    const { value, revision } = await repositories.assignments.get(tenantId);
    return repositories.assignments.save(tenantId, change(value), revision);
  },
});
