import type { AssignmentRule } from '../../../domain/assignment/assignment.ts';
import type { Brand } from '../../../domain/design/signature.ts';
import type { CustomField, DirectoryField, FieldLabels } from '../../../domain/fields/fieldSettings.ts';
import {
  assignments,
  brands,
  fieldSettings,
  imageContents,
  images,
  signatures,
  signatureVersions,
} from '../../declare/signatureCollections.ts';
import { anything, documentSchema, flag, listOf, number, objectOf, text, textOrNull, texts } from './documentSchema.ts';

/** Designs are data of many kinds; the contract says what they may hold. */
const design = { ...anything, required: true };
const fieldLabels = objectOf<FieldLabels>({ en: text, nl: text, de: textOrNull, fr: textOrNull });
const textsIfAny = { ...texts, required: false };
const picks = listOf<{ id: string; displayName: string }>({ id: text, displayName: text });

/** What people get, and who gets which. */
export const signatureSchemas = [
  documentSchema(signatures, {
    id: text,
    name: text,
    draft: design,
    published: anything,
    createdAt: text,
    createdBy: text,
    updatedAt: text,
    updatedBy: text,
    deletedAt: textOrNull,
  }),
  documentSchema(signatureVersions, { signatureId: text, name: text, version: number, design, at: text, by: text }),
  documentSchema(assignments, {
    rules: listOf<AssignmentRule>({
      id: text,
      name: text,
      enabled: flag,
      outcome: design,
      also: textsIfAny,
      people: picks,
      groups: picks,
      units: picks,
      condition: anything,
      composeTypes: texts,
      mailboxes: texts,
      recipients: text,
      addressees: textsIfAny,
      from: textOrNull,
      until: textOrNull,
      timeZone: text,
    }),
    otherwise: design,
    also: textsIfAny,
    otherMailbox: textOrNull,
    insideDomains: textsIfAny,
  }),
  documentSchema(brands, {
    logo: textOrNull,
    colors: objectOf<Brand['colors']>({ accent: text, text, muted: text }),
    fontFamily: text,
    website: text,
  }),
  documentSchema(fieldSettings, {
    rules: { ...anything, required: true },
    custom: listOf<CustomField>({
      key: text,
      labels: fieldLabels,
      type: text,
    }),
    directory: {
      ...(listOf<DirectoryField>({
        attribute: text,
        labels: fieldLabels,
        type: text,
      }) as object),
      required: false,
    },
  }),
  documentSchema(images, {
    id: text,
    name: text,
    contentType: text,
    width: number,
    height: number,
    bytes: number,
    addedAt: text,
  }),
  documentSchema(imageContents, { id: text, content: text }),
];
