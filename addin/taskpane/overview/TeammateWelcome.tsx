import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../server/src/contract/connection.ts';
import { useMe } from '../../api/sessionApi.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { MailEditRegular } from '../../ui/icons.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { RouterButton } from '../../ui/RouterButton.tsx';
import { RowSkeletons } from '../../ui/RowSkeletons.tsx';
import { teammateState } from './teammateState.ts';

/** The first page of people who manage nothing: their signature, or why there is none yet and whom to ask. */
export function TeammateWelcome({ title, connection }: { title: string; connection: Connection | undefined }) {
  const { t } = useTranslation('overview');
  const { data: me } = useMe();
  const state = teammateState(connection, me);
  const words = {
    ready: ['teammate.title', 'teammate.text'],
    notIncluded: ['teammate.notIncludedTitle', 'teammate.notIncluded'],
    notConnected: ['teammate.soonTitle', 'teammate.notConnected'],
  } as const;
  return (
    <Page title={title}>
      <Panel>
        {state === 'unknown' ? (
          <RowSkeletons rows={2} />
        ) : (
          <EmptyState
            icon={<MailEditRegular />}
            title={t(words[state][0])}
            text={t(words[state][1])}
            action={
              state === 'ready' && (
                <RouterButton to="/compose" appearance="primary">
                  {t('teammate.action')}
                </RouterButton>
              )
            }
          />
        )}
      </Panel>
    </Page>
  );
}
