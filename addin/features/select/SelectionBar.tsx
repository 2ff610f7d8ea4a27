import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { EyeRegular } from '../../ui/icons.ts';
import { SaveBar } from '../../ui/saving/SaveBar.tsx';
import { useIsWide } from '../../ui/window/useIsWide.ts';
import type { SelectionActions } from './useSelectionActions.ts';

interface SelectionBarProps {
  readonly isDirty: boolean;
  /** Nobody is picked. Saved like that there is nothing to preview; before, it is asked who would leave. */
  readonly isEmpty: boolean;
  /** False while a field holds what cannot be saved, and says so. */
  readonly isRight: boolean;
  readonly actions: SelectionActions;
}

const stateOf = (isDirty: boolean, isEmpty: boolean): 'unsaved' | 'empty' | 'saved' => {
  if (isDirty) return 'unsaved';
  return isEmpty ? 'empty' : 'saved';
};

/** Whether there is something to save, what saving it would change, and saving. */
export function SelectionBar({ isDirty, isEmpty, isRight, actions }: SelectionBarProps) {
  const { t } = useTranslation('select');
  const size = useIsWide(560) ? 'medium' : 'small';
  const state = stateOf(isDirty, isEmpty);
  const mayPreview = isRight && !actions.isPreviewing && state !== 'empty';
  return (
    <SaveBar label={t('bar.label')} isWaiting={state !== 'saved'} text={t(`bar.${state}`)}>
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
        disabledFocusable={!mayPreview}
      >
        {t(isDirty ? 'bar.previewUnsaved' : 'bar.preview')}
      </Button>
      {isDirty && (
        <Button
          size={size}
          appearance="primary"
          onClick={actions.save}
          disabledFocusable={actions.isSaving || !isRight}
        >
          {t('bar.save')}
        </Button>
      )}
    </SaveBar>
  );
}
