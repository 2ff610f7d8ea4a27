import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RenderedSignature } from '../../../server/src/contract/signatures/me.ts';
import { useSession } from '../../api/client/ApiContext.tsx';
import { useConnection } from '../../api/manage/connectionApi.ts';
import { useMySignature } from '../../api/signatures/mySignatureApi.ts';
import { useMe } from '../../api/manage/sessionApi.ts';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { SignatureFilled } from '../../ui/icons.ts';
import { Page } from '../../ui/page/Page.tsx';
import { Panel } from '../../ui/page/Panel.tsx';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { RouterLink } from '../../ui/buttons/RouterLink.tsx';
import { RowSkeletons } from '../../ui/page/RowSkeletons.tsx';
import { paneMail, SignatureFrame } from '../../ui/signature/SignatureFrame.tsx';
import { InsertSignature } from './InsertSignature.tsx';
import { mineState } from './mineState.ts';
import type { PreviewChoice } from './PreviewTools.tsx';

// Most administrators leave nothing to people, who then need none of it.
const MyFields = lazy(async () => ({ default: (await import('./MyFields.tsx')).MyFields }));

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

/** What Outlook puts into a mail of the reader, by kind of mail and theme. */
function Preview() {
  const { t } = useTranslation(['mine', 'compose', 'teammates']);
  const styles = useStyles();
  const tabs = useId();
  const [choice, setChoice] = useState<PreviewChoice>(() => ({ composeType: 'newMail', isDark: prefersDark() }));
  const { composeType, isDark } = choice;
  const { user } = useSession();
  const signature = useMySignature(composeType);
  const { data, isError, error, refetch } = signature;
  return (
    <Panel>
      <div className={styles.tools}>
        <Suspense fallback={null}>
          <PreviewTools id={tabs} choice={choice} onChoice={setChoice} />
        </Suspense>
      </div>
      <div role="tabpanel" aria-labelledby={`${tabs}-${composeType}`}>
        {data?.html === '' ? (
          <p className={styles.none}>{t('none')}</p>
        ) : typeof data?.html === 'string' ? (
          <div className={styles.frame}>
            <SignatureFrame
              title={t('frame')}
              content={data.html}
              isDark={isDark}
              mailWidth={paneMail}
              height="content"
            />
          </div>
        ) : isError ? (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        ) : (
          <RowSkeletons rows={3} />
        )}
      </div>
      {data && <ChosenBy rule={data.rule} />}
      <InsertSignature />
      <Suspense fallback={null}>
        <SignatureDownloads name={user.displayName} html={data?.html} text={data?.text} />
      </Suspense>
      <p>
        <RouterLink to="/compose">{t('inMail')}</RouterLink>
      </p>
    </Panel>
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
        <Panel>
          {state === 'unknown' ? (
            <RowSkeletons rows={2} />
          ) : (
            <EmptyState icon={<SignatureFilled />} title={t(`state.${state}.title`)} text={t(`state.${state}.text`)} />
          )}
        </Panel>
      )}
    </Page>
  );
}
