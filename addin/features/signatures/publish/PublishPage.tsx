import { Button, Checkbox, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Signature } from '../../../../server/src/contract/signatures/signatures.ts';
import { useMayDesign } from '../../../api/client/useMayDesign.ts';
import { usePublishSignature, useSignature } from '../../../api/signatures/signaturesApi.ts';
import { BackLink } from '../../../ui/page/BackLink.tsx';
import { Page } from '../../../ui/page/Page.tsx';
import { Panel } from '../../../ui/page/Panel.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { RouterButton } from '../../../ui/buttons/RouterButton.tsx';
import { RowSkeletons } from '../../../ui/page/RowSkeletons.tsx';
import { TryDraft } from '../shared/TryDraft.tsx';
import { CheckPanel } from './CheckPanel.tsx';
import { useCheck, type Check } from './useCheck.ts';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What stands between the draft and people, so far as the check knows. */
function standingOf({ state, findings }: Check): 'checking' | 'blocked' | 'warned' | 'free' | 'unchecked' {
  if (findings.some(({ severity }) => severity === 'error')) return 'blocked';
  if (state === 'running') return 'checking';
  if (state !== 'done') return 'unchecked';
  return findings.length > 0 ? 'warned' : 'free';
}

function PublishForm({ signature }: { signature: Signature }) {
  const { t } = useTranslation('signatures');
  const styles = useStyles();
  const navigate = useNavigate();
  const check = useCheck(signature.draft);
  const publish = usePublishSignature();
  const [isConfirmed, setIsConfirmed] = useState(false);
  const standing = standingOf(check);
  const needsConfirming = standing === 'warned' || standing === 'unchecked';
  const canPublish = standing === 'free' || (needsConfirming && isConfirmed);
  const { id, revision, usedInRules } = signature;
  return (
    <div className={styles.stack}>
      <CheckPanel check={check} />
      <TryDraft signature={signature} />
      <Panel title={t('publish.title')}>
        <span role="status">{t(`publish.standing.${standing}`)}</span>
        {usedInRules === 0 && (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody style={{ whiteSpace: 'normal' }}>{t('publish.unused')}</MessageBarBody>
          </MessageBar>
        )}
        {needsConfirming && (
          <Checkbox
            label={t(`publish.confirm.${standing}`)}
            checked={isConfirmed}
            onChange={(_event, { checked }) => setIsConfirmed(checked === true)}
          />
        )}
        {publish.isError && <ProblemNotice error={publish.error} />}
        <div className={styles.actions}>
          <Button
            appearance="primary"
            disabledFocusable={!canPublish || publish.isPending}
            onClick={() => publish.mutate({ id, revision }, { onSuccess: () => void navigate(`/signatures/${id}`) })}
          >
            {t('publish.action')}
          </Button>
          <RouterButton to={`/signatures/${id}/edit`}>{t('publish.edit')}</RouterButton>
        </div>
      </Panel>
    </div>
  );
}

function Body({ signature, isLoading }: { signature: Signature | undefined; isLoading: boolean }) {
  if (signature) return <PublishForm key={signature.revision} signature={signature} />;
  return isLoading ? <RowSkeletons /> : null;
}

/** Checks a draft over everybody, and then lets people have it. */
export function PublishPage() {
  const { t } = useTranslation('signatures');
  const { id = '' } = useParams();
  const { data, isError, error, isFetchedAfterMount, refetch } = useSignature(id, { isFresh: true });
  const mayDesign = useMayDesign();
  const name = data?.name ?? t('page.title');
  return (
    <Page
      title={t('publish.page', { name })}
      lead={t(mayDesign ? 'publish.lead' : 'publish.readOnly')}
      before={<BackLink to={`/signatures/${id}`}>{name}</BackLink>}
    >
      {isError && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {mayDesign && <Body signature={isFetchedAfterMount ? data : undefined} isLoading={!isError} />}
    </Page>
  );
}
