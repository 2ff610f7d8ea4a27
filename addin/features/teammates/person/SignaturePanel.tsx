import { Caption1, Skeleton, SkeletonItem, Switch, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Teammate } from '../../../../server/src/contract/people/teammates.ts';
import { useTeammateChoice, useTeammateSignature } from '../../../api/people/teammatesApi.ts';
import { RouterLink } from '../../../ui/buttons/RouterLink.tsx';
import { Panel } from '../../../ui/page/Panel.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { SignatureDownloads } from '../../../ui/signature/SignatureDownloads.tsx';
import { paneMail, SignatureFrame } from '../../../ui/signature/SignatureFrame.tsx';

const kinds = ['newMail', 'reply'] as const;
type Kind = (typeof kinds)[number];

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalMNudge})`,
  },
  frame: {
    overflow: 'hidden',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  // Two lines, so that nothing moves when they come.
  chosen: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    minHeight: `calc(${tokens.lineHeightBase300} + ${tokens.lineHeightBase200})`,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  wait: { height: '232px' },
});

/** Which signature it is, and why they get that one. */
function Chosen({ id, kind }: { id: string; kind: Kind }) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  // What goes wrong is said below, where the signature is missing too.
  const { data } = useTeammateChoice(id, kind);
  if (data === undefined) return <div className={styles.chosen} />;
  const { outcome, signatureName, trace } = data;
  const { ruleId = null, name = '' } = trace.at(-1) ?? {};
  const why = ruleId === null ? 'otherwise' : name === '' ? 'unnamed' : 'rule';
  return (
    <div className={styles.chosen}>
      {outcome.kind === 'signature' ? (
        <RouterLink to={`/signatures/${outcome.signatureId}`}>
          <bdi>{signatureName}</bdi>
        </RouterLink>
      ) : (
        <span>{t(outcome.kind === 'none' ? 'signature.by.nothing' : 'signature.by.builtIn')}</span>
      )}
      <Caption1 className={styles.quiet}>{t(`signature.by.${why}`, { name })}</Caption1>
    </div>
  );
}

function Signature({ id, displayName }: Pick<Teammate, 'id' | 'displayName'>) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const [kind, setKind] = useState<Kind>('newMail');
  const [isDark, setIsDark] = useState(false);
  const { data, isError, error, refetch } = useTeammateSignature(id, kind);
  return (
    <>
      <div className={styles.tools}>
        <TabList
          size="small"
          aria-label={t('signature.kind')}
          selectedValue={kind}
          onTabSelect={(_, { value }) => setKind(kinds.find((name) => name === value) ?? 'newMail')}
        >
          {kinds.map((name) => (
            <Tab key={name} value={name}>
              {t(`signature.${name}`)}
            </Tab>
          ))}
        </TabList>
        <Switch label={t('signature.dark')} checked={isDark} onChange={(_, { checked }) => setIsDark(checked)} />
      </div>
      <Chosen id={id} kind={kind} />
      {data ? (
        <div className={styles.frame}>
          <SignatureFrame
            title={t('signature.title')}
            content={data.html ?? ''}
            isDark={isDark}
            mailWidth={paneMail}
            height="content"
          />
        </div>
      ) : isError ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton aria-label={t('common:loading')}>
          <SkeletonItem className={styles.wait} />
        </Skeleton>
      )}
      <SignatureDownloads name={displayName} html={data?.html} text={data?.text} />
    </>
  );
}

/** What this person's mails end with, as it is now. */
export function SignaturePanel({ teammate }: { teammate: Pick<Teammate, 'id' | 'status' | 'displayName'> }) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  return (
    <Panel title={t('signature.title')}>
      {teammate.status === 'active' ? (
        <Signature id={teammate.id} displayName={teammate.displayName} />
      ) : (
        <p className={styles.text}>{t(`signature.none.${teammate.status}`)}</p>
      )}
    </Panel>
  );
}
