import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { EyeRegular } from '../../ui/icons.ts';
import { SaveBar } from '../../ui/saving/SaveBar.tsx';
import { useIsWide } from '../../ui/window/useIsWide.ts';
import type { SelectionActions } from './useSelectionActions.ts';

/** Whether there is something to save, what saving it would change, and saving. */
export function SelectionBar({ isDirty, actions }: { isDirty: boolean; actions: SelectionActions }) {
  const { t } = useTranslation('select');
  const size = useIsWide(560) ? 'medium' : 'small';
  return (
    <SaveBar label={t('bar.label')} isWaiting={isDirty} text={t(isDirty ? 'bar.unsaved' : 'bar.saved')}>
      {isDirty && (
        <Button size={size} appearance="subtle" onClick={actions.discard}>
          {t('bar.discard')}
        </Button>
      )}
      <Button
        size={size}
        icon={<EyeRegular />}
        appearance={isDirty ? 'secondary' : 'primary'}
        onClick={actions.preview}
        disabledFocusable={actions.isPreviewing}
      >
        {t(isDirty ? 'bar.previewUnsaved' : 'bar.preview')}
      </Button>
      {isDirty && (
        <Button size={size} appearance="primary" onClick={actions.save} disabledFocusable={actions.isSaving}>
          {t('bar.save')}
        </Button>
      )}
    </SaveBar>
  );
}
