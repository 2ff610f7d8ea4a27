import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/client/ApiContext.tsx';
import { useFormats } from '../../i18n/useFormats.ts';
import { ActionNotice } from '../../ui/notices/ActionNotice.tsx';
import { Panel } from '../../ui/page/Panel.tsx';
import { RouterButton } from '../../ui/buttons/RouterButton.tsx';
import { actionOf, type Need } from './needs.ts';

/** Pages that those who only look do not have. */
const forAdmins: readonly Need['to'][] = ['/connect', '/integrations'];

/** What does not settle itself, each with the way to settle it. */
export function NeedsYou({ needs }: { needs: readonly Need[] }) {
  const { t } = useTranslation('overview');
  const formats = useFormats();
  const isAdmin = useSession().role === 'admin';
  if (needs.length === 0) return null;
  return (
    <Panel title={t('needs.title')}>
      {needs.map(({ kind, intent, to, count, name }) => (
        <ActionNotice
          key={kind}
          intent={intent}
          action={
            isAdmin || !forAdmins.includes(to) ? (
              <RouterButton to={to}>{t(actionOf(kind, isAdmin))}</RouterButton>
            ) : undefined
          }
        >
          {t(`needs.${kind}`, { count, formatted: formats.number(count), name })}
        </ActionNotice>
      ))}
    </Panel>
  );
}
