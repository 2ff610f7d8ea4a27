import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AssignmentRule, Assignments } from '../../domain/assignment/assignment.ts';
import type { Signature, SignatureDesign } from '../../domain/design/signature.ts';
import { StaleRevision } from '../../domain/errors.ts';
import type { ImageEncoder } from '../../ports/imageEncoder.ts';
import { addImage } from '../images/addImage.ts';
import { localToday } from '../assignments/localToday.ts';
import type { SignatureDesk } from '../signatureDesk.ts';
import { companyDesign, demoBrand, demoFields, salesDesign, type Season } from './demoDesigns.ts';

/** Always the same, so that a start that was cut off can be done again. */
const ids = {
  company: 'd3300000-0000-4000-8000-000000000001',
  sales: 'd3300000-0000-4000-8000-000000000002',
} as const;

const timeZone = 'Europe/Amsterdam';
/** How long the banner of a new demo is shown, in days. */
const seasonLength = 60;
const day = 24 * 60 * 60 * 1000;

interface DemoDesk extends SignatureDesk {
  readonly imageEncoder: ImageEncoder;
}

/**
 * Gives the made-up tenant a brand, a field, two published signatures, rules and a banner, once: nothing is done where somebody
 * made a signature or saved rules before, and what is deleted stays deleted.
 */
export const startDemoSignatures = async (desk: DemoDesk, tenantId: string): Promise<void> => {
  if (!(await isUntouched(desk, tenantId))) return;
  const images = { logo: await add(desk, tenantId, 'logo.png'), banner: await add(desk, tenantId, 'banner.png') };
  const brand = demoBrand(images);
  const season = seasonFrom(desk);
  await once(() => desk.repositories.brands.save(tenantId, brand, 0));
  await once(() => desk.repositories.fieldSettings.save(tenantId, demoFields, 0));
  await publishOnce(desk, tenantId, { id: ids.company, name: 'Lindenhof', design: companyDesign(brand) });
  const sales = salesDesign(brand, images.banner, season);
  await publishOnce(desk, tenantId, { id: ids.sales, name: 'Lindenhof Sales', design: sales });
  // Last, because it is what says that all of this was done.
  await once(() => desk.repositories.assignments.save(tenantId, demoRules(season), 0));
};

const isUntouched = async ({ repositories: { assignments, signatures } }: DemoDesk, tenantId: string) => {
  if ((await assignments.get(tenantId)).revision > 0) return false;
  const own: readonly string[] = Object.values(ids);
  return (await signatures.list(tenantId)).every(({ value }) => own.includes(value.id));
};

const add = async (desk: DemoDesk, tenantId: string, name: string): Promise<string> => {
  const bytes = await readFile(join(import.meta.dirname, name));
  return (await addImage(desk, tenantId, { bytes, name })).id;
};

const seasonFrom = ({ clock }: DemoDesk): Season => {
  const last = new Date(clock.now().getTime() + seasonLength * day);
  return { from: localToday(clock).date(timeZone), until: last.toISOString().slice(0, 10), timeZone };
};

/** Somebody who was first has done the same, or has said otherwise. */
const once = async (save: () => Promise<unknown>): Promise<void> => {
  try {
    await save();
  } catch (error) {
    if (!(error instanceof StaleRevision)) throw error;
  }
};

interface Demonstrated {
  readonly id: string;
  readonly name: string;
  readonly design: SignatureDesign;
}

const publishOnce = async (
  { repositories: { signatures }, clock }: DemoDesk,
  tenantId: string,
  { id, name, design }: Demonstrated,
): Promise<void> => {
  const at = clock.now().toISOString();
  const by = 'Undersign';
  const signature: Signature = {
    id,
    name,
    draft: design,
    published: { version: 1, design, at, by },
    createdAt: at,
    createdBy: by,
    updatedAt: at,
    updatedBy: by,
  };
  await once(() => signatures.save(tenantId, signature, 0));
};

const everything: Omit<AssignmentRule, 'id' | 'name'> = {
  enabled: true,
  outcome: { kind: 'signature', signatureId: ids.sales },
  people: [],
  groups: [],
  units: [],
  condition: null,
  composeTypes: [],
  mailboxes: [],
  recipients: 'any',
  from: null,
  until: null,
  timeZone,
};

const inDepartment = (value: string): AssignmentRule['condition'] => ({
  match: 'all',
  tests: [{ kind: 'field', field: 'person.department', is: 'contains', value }],
});

const demoRules = ({ from, until }: Season): Assignments => ({
  rules: [
    { ...everything, id: 'sales', name: 'Sales', condition: inDepartment('Sales') },
    {
      ...everything,
      id: 'open-day',
      name: 'Marketing, until the open day',
      condition: inDepartment('Marketing'),
      composeTypes: ['newMail'],
      from,
      until,
    },
  ],
  otherwise: { kind: 'signature', signatureId: ids.company },
});
