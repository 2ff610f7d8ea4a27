import { Body1Strong, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Signature } from '../../../../server/src/contract/signatures/signatures.ts';
import { useMayDesign } from '../../../api/client/useMayDesign.ts';
import { useSaveDraft, useSignatureVersion, useSignatureVersions } from '../../../api/signatures/signaturesApi.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { RouterLink } from '../../../ui/buttons/RouterLink.tsx';
import { Panel } from '../../../ui/page/Panel.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { RowSkeletons } from '../../../ui/page/RowSkeletons.tsx';
import { useFromAddress } from '../../../ui/state/useFromAddress.ts';
import { useKeptInAddress } from '../../../ui/state/useKeptInAddress.ts';
import { SignaturePicture } from '../shared/SignaturePicture.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
  version: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  side: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  picture: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

function Comparison({ signature, version }: { signature: Signature; version: number }) {
  const { t } = useTranslation('signatures');
  const styles = useStyles();
  const mayDesign = useMayDesign();
  const old = useSignatureVersion(signature.id, version);
  const save = useSaveDraft();
  const { id, name, revision, draft } = signature;
  const isSame = old.data !== undefined && JSON.stringify(old.data.design) === JSON.stringify(draft);
  if (old.isError) return <ProblemNotice error={old.error} onRetry={() => void old.refetch()} />;
  return (
    <Panel title={t('versions.compare', { version })}>
      <div className={styles.pair}>
        <div className={styles.side}>
          <Body1Strong>{t('versions.version', { version })}</Body1Strong>
          <div className={styles.picture}>
            <SignaturePicture name={t('versions.version', { version })} design={old.data?.design} height={240} />
          </div>
        </div>
        <div className={styles.side}>
          <Body1Strong>{t('versions.draft')}</Body1Strong>
          <div className={styles.picture}>
            <SignaturePicture name={t('versions.draft')} design={draft} height={240} />
          </div>
        </div>
      </div>
      {save.isError && <ProblemNotice error={save.error} />}
      {isSame && <Caption1 className={styles.quiet}>{t('versions.same')}</Caption1>}
      {mayDesign && !isSame && (
        <div className={styles.actions}>
          <Button
            disabledFocusable={old.data === undefined || save.isPending}
            onClick={() => {
              if (old.data) save.mutate({ id, name, design: old.data.design, revision });
            }}
          >
            {t('versions.restore')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

const comparedIn = (address: URLSearchParams): number | null => {
  const version = address.get('compare');
  return version !== null && /^\d{1,6}$/.test(version) ? Number(version) : null;
};

/** What was published before: to compare with the draft, and to bring back into it. */
export function VersionsPanel({ signature }: { signature: Signature }) {
  const { t } = useTranslation('signatures');
  const { instant } = useFormats();
  const styles = useStyles();
  const versions = useSignatureVersions(signature.id);
  const [compared, setCompared] = useFromAddress(comparedIn);
  useKeptInAddress({ compare: compared === null ? '' : String(compared) });
  const items = versions.data?.items ?? [];
  return (
    <>
      <Panel title={t('versions.title')}>
        {versions.isError && <ProblemNotice error={versions.error} onRetry={() => void versions.refetch()} />}
        {versions.isPending && <RowSkeletons />}
        {versions.data && items.length === 0 && <span>{t('versions.none')}</span>}
        <ol className={styles.list}>
          {items.map(({ version, at, by, name }) => (
            <li key={version} className={styles.version}>
              <span className={styles.words}>
                <Body1Strong>
                  {t(version === signature.publishedVersion ? 'versions.current' : 'versions.version', { version })}
                </Body1Strong>
                <Caption1 className={styles.quiet}>{t('versions.by', { at: instant(at), by, name })}</Caption1>
              </span>
              <Button size="small" aria-pressed={compared === version} onClick={() => setCompared(version)}>
                {t('versions.compareAction')}
              </Button>
            </li>
          ))}
        </ol>
        <span>
          <RouterLink to={`/audit?subject=${signature.id}`}>{t('versions.audit')}</RouterLink>
        </span>
      </Panel>
      {compared !== null && <Comparison signature={signature} version={compared} />}
    </>
  );
}
