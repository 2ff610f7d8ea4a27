import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/client/ApiContext.tsx';
import { useFormats } from '../../i18n/useFormats.ts';
import { ActionNotice } from '../../ui/notices/ActionNotice.tsx';
import { Panel } from '../../ui/page/Panel.tsx';
import { RouterButton } from '../../ui/buttons/RouterButton.tsx';
import type { Need } from './needs.ts';

const actions: Readonly<Record<Need['kind'], string>> = {
  revoked: 'needs.revokedAction',
  troubled: 'needs.troubledAction',
  incomplete: 'needs.incompleteAction',
  failing: 'needs.failingAction',
  paused: 'needs.pausedAction',
  held: 'needs.heldAction',
  proposals: 'needs.proposalsAction',
  webhookOff: 'needs.webhookOffAction',
  secretExpired: 'needs.secretAction',
  secretDate: 'needs.secretAction',
  secretEnds: 'needs.secretAction',
};

/** Pages that those who only look do not have. */
const forAdmins: readonly Need['to'][] = ['/connect', '/integrations'];

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
            role === 'admin' || !forAdmins.includes(to) ? (
              <RouterButton to={to}>{t(actions[kind])}</RouterButton>
            ) : undefined
          }
        >
          {t(`needs.${kind}`, { count, formatted: formats.number(count) })}
        </ActionNotice>
      ))}
    </Panel>
  );
}
