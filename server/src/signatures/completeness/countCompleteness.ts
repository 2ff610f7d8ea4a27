import { setImmediate } from 'node:timers/promises';
import { catalogueOf } from '../../domain/fields/catalogueOf.ts';
import { labelsOf } from '../../domain/fields/fieldSettings.ts';
import { keyOfAttribute, readingOf } from '../../domain/reading/readingOf.ts';
import {
  findingKinds,
  isShown,
  openFindings,
  type FindingKind,
  type FindingRules,
  type LookedAtPerson,
} from '../../domain/findings/findingsOf.ts';
import { withEnrichments } from '../withEnrichments.ts';
import { readFindingRules, type CompletenessDesk } from './readFindingRules.ts';

/** So many people are looked at before others get their turn: some milliseconds. */
const atOnce = 50;

/**
 * How complete the active teammates of a tenant are, and how many have what wrong. Reads everybody once, in batches, so
 * memory does not grow with the tenant, and whoever opens a mail comes in between.
 */
export const countCompleteness = async (desk: CompletenessDesk, tenantId: string) => {
  const { repositories } = desk;
  const rules = await readFindingRules(desk, tenantId);
  const look = openFindings(rules);
  const tally = openTally(rules);
  for await (const batch of repositories.teammates.scan(tenantId)) {
    const active = batch.filter(({ status }) => status === 'active');
    const people = await withEnrichments(repositories, { tenantId, people: active }, rules);
    for (const [at, person] of people.entries()) {
      if (at % atOnce === 0) await setImmediate();
      tally.add(look(person), person.hasPhoto);
    }
  }
  return tally.result();
};

type Counts = Record<FindingKind, number>;

const noCounts = (): Counts => ({ blank: 0, phone: 0, shouting: 0, spaces: 0, photo: 0 });

const phoneFields = ['businessPhone', 'mobilePhone'];

/** The keys of all fields but those of which nobody can tell who has something in them. */
const askedFields = ({ settings }: FindingRules): ReadonlySet<string> => {
  const omitted = new Set(readingOf(settings).omitted.map(keyOfAttribute));
  return new Set(catalogueOf(settings).flatMap(({ key }) => (omitted.has(key) ? [] : [key])));
};

/** Who has none of the phones that are asked for; where none is, nobody knows, and nobody is told to lack one. */
const phoneLookOf = (asked: ReadonlySet<string>): ((filled: ReadonlySet<string>) => boolean) => {
  const phones = phoneFields.filter((key) => asked.has(key));
  return (filled) => phones.length > 0 && !phones.some((key) => filled.has(key));
};

const openTally = (rules: FindingRules) => {
  const asked = askedFields(rules);
  const fields = [...asked].map((key) => ({
    key,
    labels: labelsOf(rules.settings, key),
    isShown: isShown(key, rules),
    filled: 0,
    found: noCounts(),
  }));
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const shown = fields.filter((field) => field.isShown).map(({ key }) => key);
  const people = noCounts();
  const lacksPhone = phoneLookOf(asked);
  let [count, complete, withoutPhone, photos] = [0, 0, 0, 0];
  return {
    add: ({ fields: seen, findings }: LookedAtPerson, hasPhoto: boolean | null): void => {
      count += 1;
      const filled = new Set(seen.filter(({ isFilled }) => isFilled).map(({ key }) => key));
      for (const field of fields) if (filled.has(field.key)) field.filled += 1;
      for (const { field, kind } of findings) {
        const counted = byKey.get(field);
        if (counted !== undefined) counted.found[kind] += 1;
      }
      for (const kind of findingKinds) if (findings.some((finding) => finding.kind === kind)) people[kind] += 1;
      if (!findings.some(({ kind }) => kind === 'blank')) complete += 1;
      if (lacksPhone(filled)) withoutPhone += 1;
      if (hasPhoto === true) photos += 1;
    },
    result: () => ({
      people: count,
      complete,
      withoutPhone,
      photos,
      filled: fields.reduce((sum, { key, filled }) => sum + (shown.includes(key) ? filled : 0), 0),
      of: count * shown.length,
      findings: people,
      fields: fields.map(({ labels, ...field }) => ({ ...field, labels: labels && { ...labels } })),
    }),
  };
};
