import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { PlanWarning } from '../../../../server/src/contract/sync/sync.ts';
import { RouterButton } from '../../../ui/buttons/RouterButton.tsx';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  bar: { paddingBlock: tokens.spacingVerticalS },
});

/** What about the selection deserves a look before anything happens. Held departures have a question of their own. */
export function PlanWarnings({ warnings }: { warnings: readonly PlanWarning[] }) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const shown = warnings.filter(({ code }) => code !== 'departures-held');
  if (shown.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{t('warning.title')}</MessageBarTitle>
        <ul className={styles.list}>
          {shown.map(({ code, id, displayName, property }) => (
            <li key={`${code} ${id} ${property ?? ''}`}>{t(`warning.${code}`, { name: displayName, property })}</li>
          ))}
        </ul>
      </MessageBarBody>
      <MessageBarActions>
        <RouterButton to="/select">{t('warning.toSelection')}</RouterButton>
      </MessageBarActions>
    </MessageBar>
  );
}
