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
import { ArrowClockwiseRegular, ArrowUndoRegular } from '../../../ui/icons.ts';
import { problemText } from '../../../ui/problemText.ts';
import { useBulk, type BulkState } from './useBulk.ts';
import type { Marked } from './useMarked.ts';

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

function Outcome({ state, onClose }: { state: BulkState; onClose: () => void }) {
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

/** What can be done about everybody who is ticked, how far it is, and what came of it. */
export function BulkBar({ marked }: { marked: Marked }) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const formats = useFormats();
  const bulk = useBulk();
  const { state } = bulk;
  if (state !== null && state.state !== 'working') return <Outcome state={state} onClose={bulk.forget} />;
  const { people } = marked;
  if (state !== null) {
    const words = { done: formats.number(state.done), of: formats.number(state.of) };
    return (
      <section className={styles.bar} aria-label={t('bulk.label')}>
        <span className={styles.words} role="status">
          {t(`bulk.${state.action}Busy`, words)}
        </span>
        <Button onClick={bulk.cancel}>{t('bulk.cancel')}</Button>
        <ProgressBar className={styles.progress} value={state.done} max={state.of} aria-label={t('bulk.label')} />
      </section>
    );
  }
  if (people.length === 0) return null;
  const removed = people.filter(({ status }) => status === 'removed');
  const kept = people.filter(({ status }) => status !== 'removed');
  const start = (action: 'refresh' | 'restore', whom: typeof people) => {
    marked.setAll([]);
    bulk.start(action, whom);
  };
  return (
    <section className={styles.bar} aria-label={t('bulk.label')}>
      <span className={styles.words} role="status">
        {t('bulk.count', { count: people.length, formatted: formats.number(people.length) })}
      </span>
      {kept.length > 0 && (
        <Button icon={<ArrowClockwiseRegular />} onClick={() => start('refresh', kept)}>
          {t('bulk.refresh', { formatted: formats.number(kept.length) })}
        </Button>
      )}
      {removed.length > 0 && (
        <Button icon={<ArrowUndoRegular />} onClick={() => start('restore', removed)}>
          {t('bulk.restore', { formatted: formats.number(removed.length) })}
        </Button>
      )}
      <Button appearance="subtle" onClick={() => marked.setAll([])}>
        {t('bulk.none')}
      </Button>
    </section>
  );
}
