import { nameOf } from '../../domain/directory/directoryUser.ts';
import { RequestError } from '../../domain/errors.ts';
import { catalogueOf } from '../../domain/fields/catalogueOf.ts';
import type { FieldRule } from '../../domain/fields/fieldSettings.ts';
import { resolveFields, type ResolvedField } from '../../domain/fields/resolveFields.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import type { Repositories } from '../../ports/repositories.ts';
import { lookAtFields } from './lookAtFields.ts';

interface NamedPerson {
  readonly id: string;
  readonly displayName: string;
}

interface FieldSample extends NamedPerson {
  readonly directory: string;
  readonly override: string;
  readonly hidden: boolean;
  readonly now: string;
  readonly then: string;
}

interface Looked {
  readonly sample: FieldSample;
  readonly lacks: boolean;
}

const sampleSize = 5;
const namedSize = 20;

/** What a rule would make of a field of some people, and who lacks it. Throws RequestError 404 for an unknown field. */
export const previewField = async (
  repositories: Repositories,
  tenantId: string,
  { key, rule }: { readonly key: string; readonly rule: FieldRule },
) => {
  const { value: settings } = await repositories.fieldSettings.get(tenantId);
  const fields = catalogueOf(settings).filter((field) => field.key === key);
  if (fields.length === 0)
    throw new RequestError(404, 'not-found', 'There is no such field. It may have been removed.');
  const changed = { ...settings, rules: { ...settings.rules, [key]: rule } };
  const looked: Looked[] = [];
  let isPartial = false;
  for await (const page of lookAtFields(repositories, tenantId, settings)) {
    isPartial = page.isCut;
    for (const { teammate, manager } of page.people) {
      const [now] = resolveFields(teammate, manager, { settings, fields });
      const [then] = resolveFields(teammate, manager, { settings: changed, fields });
      if (now !== undefined && then !== undefined) looked.push(lookAt(teammate, now, then));
    }
  }
  const lacking = looked.filter(({ lacks }) => lacks);
  return {
    samples: pick(looked),
    lacking: lacking.slice(0, namedSize).map(({ sample: { id, displayName } }) => ({ id, displayName })),
    lackingCount: lacking.length,
    isPartial,
  };
};

const lookAt = ({ id, profile }: Teammate, now: ResolvedField, then: ResolvedField): Looked => {
  const { directory, override, hidden } = now;
  const sample = { id, displayName: nameOf(profile), directory, override, hidden, now: now.value, then: then.value };
  return { sample, lacks: directory === '' && override === '' && !hidden };
};

/** Those first in whom something happens, one who lacks it among them. */
const pick = (looked: readonly Looked[]): FieldSample[] => {
  const weight = ({ sample, lacks }: Looked): number =>
    (sample.now === sample.then ? 0 : 4) + (sample.override === '' && !sample.hidden ? 0 : 2) + (lacks ? 0 : 1);
  const ordered = looked.toSorted((left, right) => weight(right) - weight(left));
  const chosen = ordered.slice(0, sampleSize);
  const lacking = ordered.find(({ lacks }) => lacks);
  if (lacking !== undefined && !chosen.some(({ lacks }) => lacks)) chosen.splice(-1, 1, lacking);
  return chosen.map(({ sample }) => sample);
};
