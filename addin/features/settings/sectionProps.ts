import type { SettingsEditor } from './useSettingsEditor.ts';

export interface SectionProps {
  readonly editor: SettingsEditor;
  readonly isReadOnly: boolean;
}
