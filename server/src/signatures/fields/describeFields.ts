import { requiredPermissions } from '../../domain/connection/connection.ts';
import { propertyOf } from '../../domain/directory/extendedAttributes.ts';
import { selectedProperties } from '../../domain/reading/peopleReading.ts';
import { catalogueOf } from '../../domain/fields/catalogueOf.ts';
import { fieldsInUse } from '../../domain/fields/completeness.ts';
import {
  findCustom,
  findDirectory,
  labelsOf,
  ruleOf,
  type FieldRule,
  type FieldSettings,
} from '../../domain/fields/fieldSettings.ts';
import { valueTypeOf } from '../../domain/fields/fieldTypeOf.ts';
import { isOverridable } from '../../domain/fields/overrides/overridable.ts';
import { isHideable } from '../../domain/fields/overrides/overrides.ts';
import { pathOf } from '../../domain/fields/paths/pathOf.ts';
import { isOptional, keyOfAttribute, readingOf } from '../../domain/reading/readingOf.ts';
import { resolveFields } from '../../domain/fields/resolveFields.ts';
import { openFindings } from '../../domain/findings/findingsOf.ts';
import type { Selection } from '../../domain/scope/selection.ts';
import type { Repositories } from '../../ports/repositories.ts';
import { readFieldUses } from './readFieldUses.ts';
import { lookAtFields } from './lookAtFields.ts';

/** Everything a page about fields shows. */
export const describeFields = async (repositories: Repositories, tenantId: string) => {
  const { value: settings, revision } = await repositories.fieldSettings.get(tenantId);
  const [uses, checkpoint, counts] = await Promise.all([
    readFieldUses(repositories, tenantId),
    repositories.checkpoints.get(tenantId),
    countFilled(repositories, tenantId, settings),
  ]);
  const reading = readingOf(settings);
  const isFetched = fetchedBy(checkpoint?.selection, settings);
  const omitted = new Set(reading.omitted.map(keyOfAttribute));
  const fields = catalogueOf(settings).map(({ key, attribute }) => ({
    key,
    path: pathOf(key),
    ...describeKind(settings, key),
    attribute,
    isFetched: isFetched(key),
    isOptional: isOptional(settings, key),
    isOmitted: omitted.has(key),
    rule: mutable(ruleOf(settings, key)),
    usedIn: uses(pathOf(key)).signatures.map((use) => ({ ...use })),
    usedInRules: [...uses(pathOf(key)).rules],
    usedInBuiltIn: fieldsInUse.includes(key),
    filled: counts.filled.get(key) ?? 0,
    overridden: counts.overridden.get(key) ?? 0,
  }));
  const because = [...new Set(reading.attributes.map(propertyOf))];
  const select = [...selectedProperties(reading)];
  const graph = { select, because, omitted: [...reading.omitted], permissions: [...requiredPermissions] };
  return { fields, people: counts.people, isPartial: counts.isPartial, graph, revision };
};

/** Whether the last sync asked for a field; before the first, for all that every tenant has. */
const fetchedBy = (selection: Selection | undefined, settings: FieldSettings): ((key: string) => boolean) => {
  const asked = new Set<string>(selection?.attributes);
  const omitted = new Set(selection?.omitted?.map(keyOfAttribute));
  return (key) => (findDirectory(settings, key) === null ? !omitted.has(key) : asked.has(key));
};

const mutable = (rule: FieldRule): FieldRule => ({ ...rule });

const describeKind = (settings: FieldSettings, key: string) => {
  const isCustom = findCustom(settings, key) !== null;
  const labels = labelsOf(settings, key);
  return {
    labels: labels === null ? null : { ...labels },
    kind: isCustom ? ('custom' as const) : labels === null ? ('builtIn' as const) : ('directory' as const),
    type: valueTypeOf(settings, key),
    overridable: isCustom || isOverridable(key),
    hideable: isHideable(key, settings),
  };
};

const countFilled = async (repositories: Repositories, tenantId: string, settings: FieldSettings) => {
  const [filled, overridden] = [new Map<string, number>(), new Map<string, number>()];
  const addTo = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  // As completeness counts, whatever it finds wrong.
  const look = openFindings({ settings, isPublished: () => false, isPhone: () => true });
  let people = 0;
  let isPartial = false;
  for await (const page of lookAtFields(repositories, tenantId, settings)) {
    people += page.people.length;
    isPartial = page.isCut;
    for (const person of page.people) {
      for (const { key, isFilled } of look({ ...person, hasPhoto: null }).fields) if (isFilled) addTo(filled, key);
      for (const { key, override, hidden } of resolveFields(person.teammate, person.manager, { settings }))
        if (override !== '' || hidden) addTo(overridden, key);
    }
  }
  return { filled, overridden, people, isPartial };
};
