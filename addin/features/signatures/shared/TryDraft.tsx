import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Signature } from '../../../../server/src/contract/signatures/signatures.ts';
import { useApi } from '../../../api/client/ApiContext.tsx';
import { useMe } from '../../../api/manage/sessionApi.ts';
import { renderForMail } from '../../../api/signatures/renderForMail.ts';
import { useAuth } from '../../../auth/AuthContext.tsx';
import { isComposing, openMailAtHand } from '../../../office/mailAtHand.ts';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { useIsOwnMailbox } from '../../../ui/outlook/useIsOwnMailbox.ts';
import { Panel } from '../../../ui/page/Panel.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  said: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface InsertProps {
  readonly signature: Signature;
  readonly teammateId: string;
}

function Insert({ signature, teammateId }: InsertProps) {
  const { t } = useTranslation('signatures');
  const styles = useStyles();
  const api = useApi();
  const { getToken } = useAuth().session;
  const insert = useMutation({
    mutationFn: async () => (await openMailAtHand(getToken)).insertGiven(renderForMail(api, { signature, teammateId })),
  });
  const state = insert.isPending ? 'busy' : insert.data === 'unavailable' ? 'refused' : insert.data;
  return (
    <>
      {insert.isError && <ProblemNotice error={insert.error} />}
      <div className={styles.row}>
        <Button disabledFocusable={insert.isPending} onClick={() => insert.mutate()}>
          {t('tryDraft.action')}
        </Button>
        <p className={styles.said} role="status">
          {state === undefined ? '' : t(`tryDraft.${state}`)}
        </p>
      </div>
    </>
  );
}

/** Puts a draft into the mail beside the pane, with the data of whoever tries it, or says where that can be done. */
export function TryDraft({ signature }: { signature: Signature }) {
  const { t } = useTranslation('signatures');
  const styles = useStyles();
  const me = useMe().data;
  // Of another account it is not for this mailbox.
  const isWriting = useIsOwnMailbox() === true && isComposing();
  const teammateId = me?.teammateId ?? null;
  return (
    <Panel title={t('tryDraft.title')}>
      {me === undefined ? null : teammateId === null ? (
        <p className={styles.said}>{t('tryDraft.notTeammate')}</p>
      ) : isWriting ? (
        <Insert signature={signature} teammateId={teammateId} />
      ) : (
        <p className={styles.said}>{t('tryDraft.elsewhere')}</p>
      )}
    </Panel>
  );
}
