import { useMemo } from 'react';
import type { SavedSettings } from '../../../server/src/contract/manage/settings.ts';
import { useSavedSettings, useSaveSettings } from '../../api/manage/settingsApi.ts';
import { openDraft } from '../../ui/state/openDraft.ts';
import { useSavedDraft, type SavedDraft } from '../../ui/saving/useSavedDraft.ts';
import { formOf, sameForm, settingsFormSchema, settingsOf, type SettingsForm } from './settingsForm.ts';

const useDraft = openDraft({ name: 'undersign.settings', schema: settingsFormSchema });

export interface SettingsEditor extends Omit<SavedDraft<SettingsForm>, 'change' | 'value'> {
  readonly form: SettingsForm;
  readonly change: (patch: Partial<SettingsForm>) => void;
}

/** The settings while they are being changed. */
export function useSettingsEditor(saved: SavedSettings): SettingsEditor {
  const stored = useMemo(() => formOf(saved.settings), [saved.settings]);
  const { value, change, ...rest } = useSavedDraft({
    draft: useDraft({ value: stored, revision: saved.revision }),
    stored,
    bodyOf: (form, revision) => {
      const settings = settingsOf(form);
      return settings === null ? null : { settings, revision };
    },
    isSame: sameForm,
    query: useSavedSettings(),
    saving: useSaveSettings(),
  });
  return { ...rest, form: value, change: (patch) => change((form) => ({ ...form, ...patch })) };
}
