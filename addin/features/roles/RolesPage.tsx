import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Roles } from '../../../server/src/contract/manage/roles.ts';
import { useSession } from '../../api/client/ApiContext.tsx';
import { useRoles } from '../../api/manage/rolesApi.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { PersonAddRegular } from '../../ui/icons.ts';
import { Loaded } from '../../ui/page/Loaded.tsx';
import { Page } from '../../ui/page/Page.tsx';
import { Panel } from '../../ui/page/Panel.tsx';
import { PersonName } from '../../ui/people/PersonName.tsx';
import { GrantDialog } from './GrantDialog.tsx';
import { GrantRow } from './GrantRow.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: { paddingBlock: tokens.spacingVerticalS, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  faint: { color: tokens.colorNeutralForeground2, margin: 0, maxWidth: '65ch' },
});

function Granted({ grants }: Pick<Roles, 'grants'>) {
  const { t } = useTranslation('roles');
  const styles = useStyles();
  return (
    <Panel title={t('granted.title')}>
      {grants.length === 0 && <p className={styles.faint}>{t('granted.none')}</p>}
      <ul className={styles.list}>
        {grants.map((grant) => (
          <GrantRow key={grant.person.id} grant={grant} />
        ))}
      </ul>
    </Panel>
  );
}

function ThroughEntra({ throughEntra }: Pick<Roles, 'throughEntra'>) {
  const { t } = useTranslation('roles');
  const styles = useStyles();
  const formats = useFormats();
  return (
    <Panel title={t('entra.title')}>
      <p className={styles.faint}>{t('entra.text')}</p>
      <ul className={styles.list}>
        {throughEntra.map(({ person, role, seenOn }) => (
          <li key={person.id} className={styles.row}>
            <PersonName
              name={person.displayName}
              below={t('entra.below', { role: t(`common:account.${role}`), day: formats.shortDay(seenOn) })}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Who may manage, and who may look. */
export function RolesPage() {
  const { t } = useTranslation('roles');
  const roles = useRoles();
  const isAdmin = useSession().role === 'admin';
  const [isGranting, setIsGranting] = useState(false);
  return (
    <Page
      title={t('title')}
      lead={t(isAdmin ? 'lead' : 'readOnly')}
      actions={
        isAdmin && (
          <Button appearance="primary" icon={<PersonAddRegular />} onClick={() => setIsGranting(true)}>
            {t('grant.action')}
          </Button>
        )
      }
    >
      {isGranting && <GrantDialog onClose={() => setIsGranting(false)} />}
      <Loaded query={roles}>
        {(data) => (
          <>
            <Granted grants={data.grants} />
            <ThroughEntra throughEntra={data.throughEntra} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
