import { MessageBar, MessageBarActions, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/useFormats.ts';
import { Panel } from '../../ui/Panel.tsx';
import { RouterButton } from '../../ui/RouterButton.tsx';
import type { Need } from './needs.ts';

const useStyles = makeStyles({ bar: { paddingBlock: tokens.spacingVerticalS } });

const actions: Readonly<Record<Need['kind'], string>> = {
  revoked: 'needs.revokedAction',
  incomplete: 'needs.incompleteAction',
  failing: 'needs.failingAction',
  paused: 'needs.pausedAction',
  held: 'needs.heldAction',
  secretExpired: 'needs.secretAction',
  secretEnds: 'needs.secretAction',
};

/** What does not settle itself, each with the way to settle it. */
export function NeedsYou({ needs }: { needs: readonly Need[] }) {
  const { t } = useTranslation('overview');
  const styles = useStyles();
  const formats = useFormats();
  if (needs.length === 0) return null;
  return (
    <Panel title={t('needs.title')}>
      {needs.map(({ kind, intent, to, count }) => (
        <MessageBar key={kind} intent={intent} layout="multiline" className={styles.bar}>
          <MessageBarBody>{t(`needs.${kind}`, { count, formatted: formats.number(count) })}</MessageBarBody>
          <MessageBarActions>
            <RouterButton to={to}>{t(actions[kind])}</RouterButton>
          </MessageBarActions>
        </MessageBar>
      ))}
    </Panel>
  );
}
