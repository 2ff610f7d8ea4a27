import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/client/ApiContext.tsx';
import { ApiProblem } from '../../api/client/apiProblem.ts';
import type { ChosenByHand } from '../../api/signatures/mySignatureApi.ts';
import { useAuth } from '../../auth/AuthContext.tsx';
import { openMailAtHand, type MailAtHand } from '../../office/mailAtHand.ts';

type State = 'idle' | 'busy' | 'notOffered' | Awaited<ReturnType<MailAtHand['insert']>>;

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  said: { margin: 0 },
});

/** Another mail, or another From, than it was chosen for. */
const isNotOffered = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'signature-not-offered';

/** Puts the signature into the mail beside the pane: what comes by itself, or the one that was chosen. */
export function InsertSignature({ chosen }: { chosen: ChosenByHand | null }) {
  const { t } = useTranslation(['notices', 'pageProblems', 'mine']);
  const styles = useStyles();
  const api = useApi();
  const { getToken } = useAuth().session;
  const [state, setState] = useState<State>('idle');
  const insert = async (): Promise<void> => {
    setState('busy');
    const mail = await openMailAtHand(getToken);
    if (chosen === null) setState(await mail.insert());
    else {
      const { signature } = chosen;
      const read: Parameters<typeof mail.insertGiven>[0] = ({ composeType, from, images }) =>
        api.request('/api/me/signature', { query: { composeType, from, images, signature } });
      setState(await mail.insertGiven(read));
    }
  };
  const say = (): string => {
    if (state === 'idle') return '';
    if (state === 'notOffered') return t('pageProblems:signature-not-offered');
    return chosen !== null && state === 'none' ? t('mine:none') : t(`byHand.${state}`);
  };
  const isBusy = state === 'busy';
  return (
    <div className={styles.row}>
      <Button
        appearance="primary"
        disabledFocusable={isBusy}
        onClick={() =>
          void insert().catch((error: unknown) => setState(isNotOffered(error) ? 'notOffered' : 'unavailable'))
        }
      >
        {t('byHand.action')}
      </Button>
      <p className={styles.said} role="status">
        {say()}
      </p>
    </div>
  );
}
