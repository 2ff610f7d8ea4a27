import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useIsWide } from '../../ui/useIsWide.ts';
import type { SelectionActions } from './useSelectionActions.ts';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    bottom: tokens.spacingVerticalM,
    zIndex: 2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    '@media (min-width: 560px)': { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow16,
  },
  state: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  dot: { width: '8px', height: '8px', borderRadius: tokens.borderRadiusCircular, flexShrink: 0 },
  unsaved: { backgroundColor: tokens.colorPaletteMarigoldBackground3 },
  saved: { backgroundColor: tokens.colorPaletteGreenBackground3 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, '& button': { minWidth: 'auto' } },
});

/** Always in sight: whether there is something to save, and the two ways on. */
export function SaveBar({ isDirty, actions }: { isDirty: boolean; actions: SelectionActions }) {
  const { t } = useTranslation('select');
  const styles = useStyles();
  const size = useIsWide(560) ? 'medium' : 'small';
  return (
    <section className={styles.bar} aria-label={t('bar.label')}>
      <span className={styles.state} role="status">
        <span className={`${styles.dot} ${isDirty ? styles.unsaved : styles.saved}`} aria-hidden />
        {t(isDirty ? 'bar.unsaved' : 'bar.saved')}
      </span>
      <span className={styles.actions}>
        {isDirty && (
          <Button size={size} appearance="subtle" onClick={actions.discard}>
            {t('bar.discard')}
          </Button>
        )}
        <Button
          size={size}
          appearance={isDirty ? 'secondary' : 'primary'}
          onClick={actions.preview}
          disabledFocusable={actions.isPreviewing}
        >
          {t('bar.preview')}
        </Button>
        {isDirty && (
          <Button size={size} appearance="primary" onClick={actions.save} disabledFocusable={actions.isSaving}>
            {t('bar.save')}
          </Button>
        )}
      </span>
    </section>
  );
}
