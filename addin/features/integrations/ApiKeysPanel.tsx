import { Button, Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiKeys, useCreateApiKey } from '../../api/manage/integrationsApi.ts';
import { Loaded } from '../../ui/page/Loaded.tsx';
import { Panel } from '../../ui/page/Panel.tsx';
import { useOpenRows } from '../../ui/lists/useOpenRows.ts';
import { ApiKeyDialog } from './ApiKeyDialog.tsx';
import { ApiKeyRow } from './ApiKeyRow.tsx';
import { SecretNotice } from './SecretNotice.tsx';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2, maxWidth: '70ch' } });

/** The keys with which the tenant's own programs ask. */
export function ApiKeysPanel() {
  const { t } = useTranslation('integrations');
  const styles = useStyles();
  const keys = useApiKeys();
  const create = useCreateApiKey();
  const openRow = useOpenRows();
  const [isAdding, setIsAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Panel
      title={t('keys')}
      aside={
        <Button
          onClick={() => {
            create.reset();
            setIsAdding(true);
          }}
        >
          {t('key.addAction')}
        </Button>
      }
    >
      <Caption1 className={styles.quiet}>
        {t('keysText')}{' '}
        <Link inline href="/api/docs" target="_blank" rel="noreferrer">
          {t('docs')}
        </Link>
      </Caption1>
      {secret !== null && (
        <SecretNotice label={t('key.one')} text={t('key.secretText')} secret={secret} onDone={() => setSecret(null)} />
      )}
      <Loaded query={keys} rows={1}>
        {({ items }) =>
          items.length === 0 ? (
            <span>{t('key.none')}</span>
          ) : (
            <div role="group" aria-label={t('keys')}>
              {items.map((key) => (
                <ApiKeyRow key={key.id} apiKey={key} {...openRow(key.id)} />
              ))}
            </div>
          )
        }
      </Loaded>
      {isAdding && (
        <ApiKeyDialog
          isSaving={create.isPending}
          problem={create.error}
          onSave={(key) =>
            create.mutate(key, {
              onSuccess: (made) => {
                setSecret(made.secret);
                setIsAdding(false);
              },
            })
          }
          onClose={() => setIsAdding(false)}
        />
      )}
    </Panel>
  );
}
