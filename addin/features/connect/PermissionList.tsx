import { Badge, Body1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../server/src/contract/manage/connection.ts';
import { permissionReason } from './permissionReason.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  reason: { margin: 0, color: tokens.colorNeutralForeground2 },
});

type Permission = Connection['requiredPermissions'][number];

function permissionState(connection: Connection, { name }: Permission): 'granted' | 'underWay' | 'missing' | 'asked' {
  if (connection.grantedPermissions.includes(name)) return 'granted';
  if (connection.isGranting) return 'underWay';
  return connection.missingPermissions.includes(name) && connection.state !== 'notConnected' ? 'missing' : 'asked';
}

const badgeColor = { granted: 'success', underWay: 'informative', missing: 'danger', asked: 'informative' } as const;

/** Each permission with the reason it is asked for and whether it is granted. */
export function PermissionList({ connection }: { connection: Connection }) {
  const { t, i18n } = useTranslation('connect');
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {connection.requiredPermissions.map((permission) => {
        const state = permissionState(connection, permission);
        return (
          <li key={permission.name}>
            <span className={styles.head}>
              <Body1Strong className={styles.name}>{permission.name}</Body1Strong>
              <Badge appearance="tint" color={badgeColor[state]}>
                {t(`permissions.${state}`)}
              </Badge>
              {!permission.required && <Badge appearance="outline">{t('permissions.optional')}</Badge>}
            </span>
            <p className={styles.reason}>{permissionReason(i18n, permission)}</p>
          </li>
        );
      })}
    </ul>
  );
}
