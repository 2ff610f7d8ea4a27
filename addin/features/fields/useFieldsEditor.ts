import { useMemo } from 'react';
import { z } from 'zod';
import {
  directoryFieldSchema,
  putSmartFieldsSchema,
  type SmartFields,
} from '../../../server/src/contract/signatures/fields.ts';
import { useSaveSmartFields, useSmartFields } from '../../api/signatures/smartFieldsApi.ts';
import { openDraft } from '../../ui/state/openDraft.ts';
import { useSavedDraft, type SavedDraft } from '../../ui/saving/useSavedDraft.ts';
import { draftOf, type FieldsDraft } from './fieldEdits.ts';

const draftSchema = putSmartFieldsSchema
  .pick({ rules: true, custom: true })
  .extend({ directory: z.array(directoryFieldSchema) });

const useDraft = openDraft<FieldsDraft>({ name: 'undersign.smartFields', schema: draftSchema });

export type FieldsEditor = SavedDraft<FieldsDraft>;

const lacksWords = ({ rules }: FieldsDraft): boolean =>
  Object.values(rules).some(({ blank, fallback }) => blank === 'fallback' && fallback.trim() === '');

/** The rules of fields, and the fields of the tenant's own, while they are being changed. */
export function useFieldsEditor(saved: SmartFields): FieldsEditor {
  const stored = useMemo(() => draftOf(saved), [saved]);
  return useSavedDraft({
    draft: useDraft({ value: stored, revision: saved.revision }),
    stored,
    bodyOf: (draft, revision) => (lacksWords(draft) ? null : { ...draft, revision }),
    query: useSmartFields(),
    saving: useSaveSmartFields(),
  });
}
