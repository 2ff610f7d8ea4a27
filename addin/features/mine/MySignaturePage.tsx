import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RenderedSignature } from '../../../server/src/contract/signatures/me.ts';
import { useSession } from '../../api/client/ApiContext.tsx';
import { useConnection } from '../../api/manage/connectionApi.ts';
import { useMySignature, type ChosenByHand } from '../../api/signatures/mySignatureApi.ts';
import { useMe } from '../../api/manage/sessionApi.ts';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { SignatureFilled } from '../../ui/icons.ts';
import { Page } from '../../ui/page/Page.tsx';
import { Panel } from '../../ui/page/Panel.tsx';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { RouterButton } from '../../ui/buttons/RouterButton.tsx';
import { RouterLink } from '../../ui/buttons/RouterLink.tsx';
import { RowSkeletons } from '../../ui/page/RowSkeletons.tsx';
import { paneMail, SignatureFrame } from '../../ui/signature/SignatureFrame.tsx';
import { isComposing } from '../../office/mailAtHand.ts';
import { useIsOwnMailbox } from '../../ui/outlook/useIsOwnMailbox.ts';
import { InsertSignature } from './InsertSignature.tsx';
import { mineState } from './mineState.ts';
import type { PreviewChoice } from './PreviewTools.tsx';

// Most administrators leave nothing to people, who then need none of it.
const MyFields = lazy(async () => ({ default: (await import('./MyFields.tsx')).MyFields }));

// Only beside a mail that is being written.
const SignaturePicker = lazy(async () => ({ default: (await import('./SignaturePicker.tsx')).SignaturePicker }));

// The signature is seen before what changes how one sees it, or takes it elsewhere.
const PreviewTools = lazy(async () => ({ default: (await import('./PreviewTools.tsx')).PreviewTools }));
const SignatureDownloads = lazy(async () => ({
  default: (await import('../../ui/signature/SignatureDownloads.tsx')).SignatureDownloads,
}));

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    // As high as what comes into it.
    minHeight: '44px',
  },
  frame: {
    overflow: 'hidden',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  none: { color: tokens.colorNeutralForeground2 },
});

const prefersDark = (): boolean => window.matchMedia('(prefers-color-scheme: dark)').matches;

function ChosenBy({ rule }: Pick<RenderedSignature, 'rule'>) {
  const { t } = useTranslation(['mine', 'compose']);
  const styles = useStyles();
  if (rule === null) return <p className={styles.none}>{t('chosenByNone')}</p>;
  return <p className={styles.none}>{rule === '' ? t('compose:trace.unnamedChose') : t('chosenBy', { rule })}</p>;
}

interface ShownProps {
  readonly signature: ReturnType<typeof useMySignature>;
  readonly isDark: boolean;
}

/** As a mail shows it, or that there is none, or why it did not come. */
function Shown({ signature: { data, isError, error, refetch }, isDark }: ShownProps) {
  const { t } = useTranslation('mine');
  const styles = useStyles();
  if (data?.html === '') return <p className={styles.none}>{t('none')}</p>;
  if (typeof data?.html === 'string') {
    return (
      <div className={styles.frame}>
        <SignatureFrame title={t('frame')} content={data.html} isDark={isDark} mailWidth={paneMail} height="content" />
      </div>
    );
  }
  return isError ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <RowSkeletons rows={3} />;
}

/** What Outlook puts into a mail of the reader, by kind of mail and theme. */
function Preview() {
  const { t } = useTranslation(['mine', 'compose', 'teammates']);
  const styles = useStyles();
  const tabs = useId();
  const [choice, setChoice] = useState<PreviewChoice>(() => ({ composeType: 'newMail', isDark: prefersDark() }));
  const { composeType, isDark } = choice;
  const [chosen, setChosen] = useState<ChosenByHand | null>(null);
  const { user } = useSession();
  // Of another account it would be kept for mails of this mailbox.
  const isWriting = useIsOwnMailbox() === true && isComposing();
  const signature = useMySignature(chosen ?? { composeType });
  const { data } = signature;
  return (
    <Panel>
      {isWriting && (
        <Suspense fallback={null}>
          <SignaturePicker
            chosen={chosen}
            onChoose={(next) => {
              setChosen(next);
              // There is no tab of its own for what is forwarded.
              if (next !== null)
                setChoice((now) => ({ ...now, composeType: next.composeType === 'newMail' ? 'newMail' : 'reply' }));
            }}
          />
        </Suspense>
      )}
      <div className={styles.tools}>
        <Suspense fallback={null}>
          <PreviewTools
            id={tabs}
            choice={choice}
            onChoice={(next) => {
              // It was chosen for the mail at hand; the others get what comes by itself.
              if (next.composeType !== composeType) setChosen(null);
              setChoice(next);
            }}
          />
        </Suspense>
      </div>
      <div role="tabpanel" aria-labelledby={`${tabs}-${composeType}`}>
        <Shown signature={signature} isDark={isDark} />
      </div>
      {data && chosen === null && <ChosenBy rule={data.rule} />}
      {isWriting && <InsertSignature key={chosen?.signature} chosen={chosen} />}
      <Suspense fallback={null}>
        <SignatureDownloads name={user.displayName} html={data?.html} text={data?.text} />
      </Suspense>
      <p>
        <RouterLink to="/compose">{t('inMail')}</RouterLink>
      </p>
    </Panel>
  );
}

/** Where an administrator does something about having none. */
const ways = { notConnected: 'connect', notIncluded: 'select' } as const;

function Without({ state }: { state: 'notConnected' | 'notIncluded' | 'disabled' }) {
  const { t } = useTranslation('mine');
  const { role } = useSession();
  const way = role !== 'admin' || state === 'disabled' ? null : ways[state];
  return (
    <EmptyState
      icon={<SignatureFilled />}
      title={t(`state.${state}.title`)}
      text={t(`state.${state}.text`)}
      action={way && <RouterButton to={`/${way}`}>{t(`common:nav.${way}`)}</RouterButton>}
    />
  );
}

/** The one page of people who manage nothing: their signature, or why there is none yet and whom to ask. */
export function MySignaturePage() {
  const { t } = useTranslation('mine');
  const me = useMe();
  const connection = useConnection();
  const state = mineState(connection.data, me.data);
  const failed = [me, connection].find((query) => query.isError && query.data === undefined);
  return (
    <Page title={t('title')} {...(state === 'ready' ? { lead: t('lead') } : {})}>
      {state === 'ready' ? (
        <>
          <Preview />
          {me.data && me.data.fields.length > 0 && (
            <Suspense fallback={null}>
              <MyFields me={me.data} />
            </Suspense>
          )}
        </>
      ) : failed ? (
        <ProblemNotice error={failed.error} onRetry={() => void failed.refetch()} />
      ) : (
        <Panel>{state === 'unknown' ? <RowSkeletons rows={2} /> : <Without state={state} />}</Panel>
      )}
    </Page>
  );
}
