import { Switch, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { composeTypeSchema, type ComposeType } from '../../../server/src/contract/signatures/me.ts';
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
import { SignatureDownloads } from '../../ui/signature/SignatureDownloads.tsx';
import { SignatureFrame } from '../../ui/signature/SignatureFrame.tsx';
import { InsertSignature } from './InsertSignature.tsx';
import { mineState } from './mineState.ts';
import { MyFields } from './MyFields.tsx';

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  frame: {
    overflow: 'hidden',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  none: { color: tokens.colorNeutralForeground2 },
  tabs: { flexWrap: 'wrap', minWidth: 0, marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalMNudge})` },
});

const prefersDark = (): boolean => window.matchMedia('(prefers-color-scheme: dark)').matches;

/** What Outlook puts into a mail of the reader, by kind of mail and theme. */
function Preview() {
  const { t } = useTranslation(['mine', 'compose', 'teammates']);
  const styles = useStyles();
  const tabs = useId();
  const [composeType, setComposeType] = useState<ComposeType>('newMail');
  const [isDark, setIsDark] = useState(prefersDark);
  const { user } = useSession();
  const signature = useMySignature(composeType);
  const { data, isError, error, refetch } = signature;
  return (
    <Panel>
      <div className={styles.tools}>
        <TabList
          className={styles.tabs}
          aria-label={t('compose:composeType.label')}
          selectedValue={composeType}
          onTabSelect={(_, { value }) => setComposeType(composeTypeSchema.parse(value))}
        >
          {(['newMail', 'reply'] as const).map((kind) => (
            <Tab key={kind} id={`${tabs}-${kind}`} value={kind}>
              {t(`compose:composeType.${kind}`)}
            </Tab>
          ))}
        </TabList>
        <Switch label={t('compose:dark')} checked={isDark} onChange={(_, { checked }) => setIsDark(checked)} />
      </div>
      <div role="tabpanel" aria-labelledby={`${tabs}-${composeType}`}>
        {data?.html === '' ? (
          <p className={styles.none}>{t('none')}</p>
        ) : typeof data?.html === 'string' ? (
          <div className={styles.frame}>
            <SignatureFrame title={t('frame')} content={data.html} isDark={isDark} mailWidth={420} height="content" />
          </div>
        ) : isError ? (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        ) : (
          <RowSkeletons rows={3} />
        )}
      </div>
      {data && (
        <p className={styles.none}>{data.rule === null ? t('chosenByNone') : t('chosenBy', { rule: data.rule })}</p>
      )}
      <InsertSignature />
      <SignatureDownloads name={user.displayName} html={data?.html} text={data?.text} />
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
          {me.data && <MyFields me={me.data} />}
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
