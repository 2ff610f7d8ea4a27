import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ApiKey } from '../../../server/src/contract/manage/integrations.ts';
import { useRevokeApiKey } from '../../api/manage/integrationsApi.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { ConfirmDialog } from '../../ui/dialogs/ConfirmDialog.tsx';
import { DisclosureRow, type OpenState } from '../../ui/lists/DisclosureRow.tsx';
import { FactList } from '../../ui/lists/FactList.tsx';
import { LockClosedRegular } from '../../ui/icons.ts';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { scopeText } from './scopeText.ts';

const color = { active: 'success', expired: 'warning', revoked: 'informative' } as const;

const useStyles = makeStyles({
  icon: { fontSize: '20px', color: tokens.colorNeutralForeground2, display: 'flex' },
  code: { fontFamily: tokens.fontFamilyMonospace },
});

function Details({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation('integrations');
  const styles = useStyles();
  const formats = useFormats();
  const revoke = useRevokeApiKey();
  const { id, name, scopes, hint, state, createdAt, createdBy, expiresAt, lastUsedAt } = apiKey;
  return (
    <>
      <FactList
        facts={[
          { name: t('key.hint'), value: <span className={styles.code}>{hint}…</span> },
          { name: t('key.scopes'), value: formats.list(scopes.map((scope) => scopeText(t, scope))) },
          { name: t('key.expiresOn'), value: expiresAt === null ? t('key.endless') : formats.day(expiresAt) },
          { name: t('key.lastUsed'), value: lastUsedAt === null ? t('key.never') : formats.instant(lastUsedAt) },
          { name: t('made'), value: t('madeBy', { name: createdBy.displayName, at: formats.instant(createdAt) }) },
        ]}
      />
      {revoke.isError && <ProblemNotice error={revoke.error} />}
      {state === 'active' && (
        <span>
          <ConfirmDialog
            trigger={<Button size="small">{t('key.revoke')}</Button>}
            title={t('key.revokeTitle', { name })}
            text={t('key.revokeText')}
            confirm={t('key.revoke')}
            cancel={t('common:cancel')}
            onConfirm={() => revoke.mutate(id)}
            isDangerous
          />
        </span>
      )}
    </>
  );
}

/** One key: whether it works, and behind it what it may do. */
export function ApiKeyRow({ apiKey, ...open }: OpenState & { readonly apiKey: ApiKey }) {
  const { t } = useTranslation('integrations');
  const styles = useStyles();
  const formats = useFormats();
  const { name, state, lastUsedAt } = apiKey;
  return (
    <DisclosureRow
      name={name}
      below={lastUsedAt === null ? t('key.never') : t('key.used', { at: formats.instant(lastUsedAt) })}
      face={
        <span className={styles.icon} aria-hidden>
          <LockClosedRegular />
        </span>
      }
      badge={
        <Badge appearance="tint" color={color[state]}>
          {t(`key.state.${state}`)}
        </Badge>
      }
      {...open}
    >
      <Details apiKey={apiKey} />
    </DisclosureRow>
  );
}
