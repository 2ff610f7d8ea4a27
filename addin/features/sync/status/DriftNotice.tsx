import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../../server/src/contract/sync/sync.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { planActions } from '../../../ui/changes/actionLook.tsx';

const useStyles = makeStyles({ bar: { paddingBlock: tokens.spacingVerticalS } });

/** What the nightly comparison found that no change had told of. Finding nothing is the good news it exists for. */
export function DriftNotice({ counts }: { counts: Run['counts'] }) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const formats = useFormats();
  const found = planActions.filter((action) => action !== 'hold' && counts[action] > 0);
  const count = found.reduce((sum, action) => sum + counts[action], 0);
  const parts = found.map(
    (action) => `${t(`changes:action.${action}`).toLowerCase()} ${formats.number(counts[action])}`,
  );
  return (
    <MessageBar intent={count === 0 ? 'success' : 'info'} layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>
          {count === 0 ? t('drift.none') : t('drift.title', { count, formatted: formats.number(count) })}
        </MessageBarTitle>
        {count === 0 ? t('drift.noneText') : t('drift.text', { parts: formats.list(parts) })}
      </MessageBarBody>
    </MessageBar>
  );
}
