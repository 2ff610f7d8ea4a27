import type { Sighting } from '../../../domain/rollout/sighting.ts';
import type { PhotoImage, Enrichment } from '../../../domain/enrichment/enrichment.ts';
import type { Proposal, Refusal } from '../../../domain/proposal/proposals.ts';
import { proposals } from '../../declare/people/proposalCollection.ts';
import { sightings } from '../../declare/people/sightingCollection.ts';
import { historyRounds } from '../../declare/runCollections.ts';
import { managerProfiles, photos, enrichmentRounds, enrichments } from '../../declare/people/enrichmentCollections.ts';
import { teammates } from '../../declare/people/teammateCollections.ts';
import { directoryUserFields } from './directorySchemas.ts';
import {
  anything,
  documentSchema,
  listOf,
  number,
  objectOf,
  objectOrNull,
  text,
  textOrNull,
  texts,
  textsByName,
} from './documentSchema.ts';

/** The people we keep and what is kept beside them. */
export const teammateSchemas = [
  documentSchema(teammates, {
    id: text,
    status: text,
    profile: objectOf(directoryUserFields),
    overrides: textsByName,
    overrideStamps: anything,
    lastKnown: anything,
    scope: { ...anything, required: true },
    addedAt: text,
    updatedAt: text,
    disabledAt: textOrNull,
    removedAt: textOrNull,
    departure: anything,
    lastRunId: text,
  }),
  documentSchema(enrichments, {
    teammateId: text,
    managerId: textOrNull,
    photo: objectOrNull<NonNullable<Enrichment['photo']>>({ etag: text, hash: textOrNull }),
  }),
  documentSchema(photos, {
    teammateId: text,
    hash: text,
    images: listOf<PhotoImage>({ size: number, contentType: text, content: text }),
  }),
  documentSchema(managerProfiles, {
    id: text,
    displayName: textOrNull,
    mail: textOrNull,
    jobTitle: textOrNull,
    businessPhones: texts,
    mobilePhone: textOrNull,
    leftOut: anything,
  }),
  documentSchema(sightings, {
    teammateId: text,
    clients: listOf<Sighting['clients'][number]>({ client: text, version: text, seenOn: text }),
    problem: objectOrNull<NonNullable<Sighting['problem']>>({ code: text, on: text }),
  }),
  documentSchema(proposals, {
    teammateId: text,
    waiting: listOf<Proposal>({ field: text, value: text, at: text }),
    refused: listOf<Refusal>({ field: text, value: text, at: text, by: text, reason: text }),
  }),
  documentSchema(historyRounds, { stage: text, cursor: textOrNull, finishedAt: textOrNull }),
  documentSchema(enrichmentRounds, { startedAt: text, after: textOrNull, finishedAt: textOrNull }),
];
