import {
  Button,
  Caption1,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signature } from '../../../../server/src/contract/signatures/signatures.ts';
import { useDraftActions } from '../../../api/signatures/signaturesApi.ts';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { designChanges, type DesignChange } from './model/draft/designChanges.ts';
import type { DraftEditor } from './useDraftEditor.ts';

const useStyles = makeStyles({
  state: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** Whether everything is saved, in a word. */
export function SaveWord({ draft }: { draft: DraftEditor }) {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  return (
    <Caption1 role="status" className={styles.state}>
      {t(`save.${draft.state}`)}
    </Caption1>
  );
}

function Change({ change }: { change: DesignChange }) {
  const { t } = useTranslation('editor');
  const kind = 'composeType' in change ? t(`mail.${change.composeType}`) : '';
  return <li>{t(`conflict.${change.what}`, { ...change, kind })}</li>;
}

function Conflict({ draft, signatureId }: { draft: DraftEditor; signatureId: string }) {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  const { read } = useDraftActions();
  const [theirs, setTheirs] = useState<Signature | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    let isCurrent = true;
    read(signatureId).then(
      (signature) => isCurrent && setTheirs(signature),
      (error: unknown) => isCurrent && setProblem(error),
    );
    return () => {
      isCurrent = false;
    };
    // Asked once when the conflict is noticed.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [signatureId]);
  if (problem !== null) return <ProblemNotice error={problem} />;
  if (theirs === null) return null;
  const changes = designChanges(draft.base, { name: theirs.name, design: theirs.draft });
  const merged = draft.merged(theirs);
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody style={{ whiteSpace: 'normal' }}>
        <strong>{t('conflict.title', { name: theirs.updatedBy })}</strong>
        {changes.length > 0 && (
          <ul className={styles.list}>
            {changes.map((change) => (
              <Change key={JSON.stringify(change)} change={change} />
            ))}
          </ul>
        )}
        {merged !== null && merged.clashes > 0 && t('conflict.clashes', { count: merged.clashes })}
      </MessageBarBody>
      <MessageBarActions>
        {merged !== null && (
          <Button appearance="primary" onClick={() => draft.keepBoth(theirs)}>
            {t('conflict.both')}
          </Button>
        )}
        <Button onClick={() => draft.takeTheirs(theirs)}>{t('conflict.take')}</Button>
        <Button onClick={() => draft.keepMine(theirs)}>{t('conflict.keep')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** What stands between the draft and being saved; nothing where nothing does. */
export function SaveTrouble({ draft, signatureId }: { draft: DraftEditor; signatureId: string }) {
  const { t } = useTranslation('editor');
  if (draft.state === 'conflict') return <Conflict draft={draft} signatureId={signatureId} />;
  if (draft.state === 'failed') return <ProblemNotice error={draft.problem} onRetry={() => void draft.flush()} />;
  if (draft.state !== 'offline') return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{t('save.offlineText')}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => void draft.flush()}>{t('common:retry')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
