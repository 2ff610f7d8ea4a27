import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/useFormats.ts';
import { problemText } from '../../../ui/notices/problemText.ts';
import type { BulkState } from './runBulk.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
  },
  words: { marginInlineEnd: 'auto', fontWeight: tokens.fontWeightSemibold },
  progress: { flexBasis: '100%' },
});

/** So many names say enough. */
const mostNames = 5;

interface BulkProgressProps {
  readonly state: BulkState;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}

function Outcome({ state, onClose }: Pick<BulkProgressProps, 'state' | 'onClose'>) {
  const { t, i18n } = useTranslation('teammates');
  const formats = useFormats();
  const { action, done, failed, error } = state;
  const good = done - failed.length;
  const names = formats.list(failed.slice(0, mostNames));
  return (
    <MessageBar intent={failed.length > 0 ? 'warning' : 'success'} layout="multiline" role="status">
      <MessageBarBody>
        {[
          t(`bulk.${action}Done`, { count: good, formatted: formats.number(good) }),
          ...(state.state === 'cancelled' ? [t('bulk.cancelled')] : []),
          ...(failed.length === 0
            ? []
            : [
                t('bulk.failed', { count: failed.length, formatted: formats.number(failed.length), names }),
                problemText(i18n, error).text,
              ]),
        ].join(' ')}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onClose}>{t('bulk.close')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** How far it is with everybody it is done for, and what came of it. */
export function BulkProgress({ state, onCancel, onClose }: BulkProgressProps) {
  const { t, i18n } = useTranslation('teammates');
  const styles = useStyles();
  const formats = useFormats();
  if (state.state !== 'working') return <Outcome state={state} onClose={onClose} />;
  return (
    <section className={styles.bar} aria-label={t('bulk.label')}>
      <span className={styles.words} role="status">
        {t(`bulk.${state.action}Busy`, { done: formats.number(state.done), of: formats.number(state.of) })}
        {state.waitingFor !== null && ` ${problemText(i18n, state.waitingFor).text}`}
      </span>
      <Button onClick={onCancel}>{t('bulk.cancel')}</Button>
      <ProgressBar className={styles.progress} value={state.done} max={state.of} aria-label={t('bulk.label')} />
    </section>
  );
}
