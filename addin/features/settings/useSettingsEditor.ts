import { useMemo } from 'react';
import type { SavedSettings } from '../../../server/src/contract/settings.ts';
import { useSession } from '../../api/ApiContext.tsx';
import { useSavedSettings, useSaveSettings } from '../../api/settingsApi.ts';
import { openDraft } from '../../ui/openDraft.ts';
import { formOf, sameForm, settingsFormSchema, settingsOf, type SettingsForm } from './settingsForm.ts';

const useDraft = openDraft({ name: 'undersign.settings', schema: settingsFormSchema });

export interface SettingsEditor {
  readonly form: SettingsForm;
  readonly isDirty: boolean;
  readonly isValid: boolean;
  readonly isSaving: boolean;
  readonly problem: unknown;
  readonly change: (patch: Partial<SettingsForm>) => void;
  readonly save: () => void;
  readonly discard: () => void;
  /** After somebody else saved: theirs instead of the draft, or the draft over theirs. */
  readonly loadTheirs: () => Promise<void>;
  readonly keepMine: () => Promise<void>;
}

/** The settings while they are being changed. */
export function useSettingsEditor(saved: SavedSettings): SettingsEditor {
  const stored = useMemo(() => formOf(saved.settings), [saved.settings]);
  const { tenantId, user } = useSession();
  const draft = useDraft({ value: stored, revision: saved.revision }, `${tenantId}/${user.id}`);
  const query = useSavedSettings();
  const saving = useSaveSettings();
  const settings = settingsOf(draft.value);
  const isDirty = draft.isTouched && !sameForm(draft.value, stored);
  const discard = () => {
    saving.reset();
    draft.discard();
  };
  return {
    form: draft.value,
    isDirty,
    isValid: settings !== null,
    isSaving: saving.isPending,
    problem: saving.error,
    change: (patch) => draft.change((form) => ({ ...form, ...patch })),
    save: () => {
      if (settings) saving.mutate({ settings, revision: draft.revision }, { onSuccess: draft.discard });
    },
    discard,
    loadTheirs: async () => {
      const { data } = await query.refetch();
      if (data) discard();
    },
    keepMine: async () => {
      const { data } = await query.refetch();
      if (!data) return;
      draft.rebase(data.revision);
      saving.reset();
    },
  };
}
