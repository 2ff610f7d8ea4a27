import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/client/ApiContext.tsx';
import { useFormats } from '../../i18n/useFormats.ts';
import { ActionNotice } from '../../ui/notices/ActionNotice.tsx';
import { Panel } from '../../ui/page/Panel.tsx';
import { RouterButton } from '../../ui/buttons/RouterButton.tsx';
import type { Need } from './needs.ts';

const actions: Readonly<Record<Need['kind'], string>> = {
  revoked: 'needs.revokedAction',
  incomplete: 'needs.incompleteAction',
  failing: 'needs.failingAction',
  paused: 'needs.pausedAction',
  held: 'needs.heldAction',
  proposals: 'needs.proposalsAction',
  secretExpired: 'needs.secretAction',
  secretEnds: 'needs.secretAction',
};

/** What does not settle itself, each with the way to settle it. */
export function NeedsYou({ needs }: { needs: readonly Need[] }) {
  const { t } = useTranslation('overview');
  const formats = useFormats();
  const { role } = useSession();
  if (needs.length === 0) return null;
  return (
    <Panel title={t('needs.title')}>
      {needs.map(({ kind, intent, to, count }) => (
        <ActionNotice
          key={kind}
          intent={intent}
          action={
            role === 'admin' || to !== '/connect' ? <RouterButton to={to}>{t(actions[kind])}</RouterButton> : undefined
          }
        >
          {t(`needs.${kind}`, { count, formatted: formats.number(count) })}
        </ActionNotice>
      ))}
    </Panel>
  );
}
