import { Button, Caption1, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { composeTypeSchema, type ComposeType } from '../../../../server/src/contract/signatures/me.ts';
import type { Signature } from '../../../../server/src/contract/signatures/signatures.ts';
import { useMayDesign } from '../../../api/client/useMayDesign.ts';
import { useSignature, useUnpublishSignature } from '../../../api/signatures/signaturesApi.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { BackLink } from '../../../ui/page/BackLink.tsx';
import { ConfirmDialog } from '../../../ui/dialogs/ConfirmDialog.tsx';
import { Loaded } from '../../../ui/page/Loaded.tsx';
import { Page } from '../../../ui/page/Page.tsx';
import { Panel } from '../../../ui/page/Panel.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { RouterButton } from '../../../ui/buttons/RouterButton.tsx';
import { CheckPanel } from '../publish/CheckPanel.tsx';
import { useCheck } from '../publish/useCheck.ts';
import { SignaturePicture } from '../shared/SignaturePicture.tsx';
import { StateBadge } from '../shared/StateBadge.tsx';
import { TryDraft } from '../shared/TryDraft.tsx';
import { VersionsPanel } from '../versions/VersionsPanel.tsx';
import { WhoPanel } from './WhoPanel.tsx';

const tabs = ['design', 'who', 'checks', 'versions'] as const;

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  tabs: { flexWrap: 'wrap', marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalMNudge})` },
  quiet: { color: tokens.colorNeutralForeground2 },
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  mails: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  picture: {
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

function Mail({ signature, composeType }: { signature: Signature; composeType: ComposeType }) {
  const { t } = useTranslation('signatures');
  const styles = useStyles();
  const own = signature.draft[composeType].kind;
  const isOwn = own === 'composition' || own === 'html';
  return (
    <Panel title={t(`mail.${composeType}`)}>
      {isOwn ? (
        <div className={styles.picture}>
          <SignaturePicture name={signature.name} design={signature.draft} composeType={composeType} height={230} />
        </div>
      ) : (
        <Caption1 className={styles.quiet}>{t(`mail.${own}`)}</Caption1>
      )}
    </Panel>
  );
}

function Design({ signature }: { signature: Signature }) {
  const styles = useStyles();
  const mayDesign = useMayDesign();
  return (
    <>
      <div className={styles.mails}>
        {composeTypeSchema.options.map((composeType) => (
          <Mail key={composeType} signature={signature} composeType={composeType} />
        ))}
      </div>
      {mayDesign && <TryDraft key={signature.revision} signature={signature} />}
    </>
  );
}

const Checks = ({ signature }: { signature: Signature }) => <CheckPanel check={useCheck(signature.draft)} />;

const contents = { design: Design, who: WhoPanel, checks: Checks, versions: VersionsPanel } as const;

function Unpublish({ signature }: { signature: Signature }) {
  const { t } = useTranslation('signatures');
  const unpublish = useUnpublishSignature();
  const { id, name, revision } = signature;
  return (
    <>
      {unpublish.isError && <ProblemNotice error={unpublish.error} />}
      <ConfirmDialog
        trigger={<Button disabledFocusable={unpublish.isPending}>{t('unpublish.action')}</Button>}
        title={t('unpublish.title', { name })}
        text={t('unpublish.text')}
        confirm={t('unpublish.action')}
        cancel={t('common:cancel')}
        onConfirm={() => unpublish.mutate({ id, revision })}
      />
    </>
  );
}

function Actions({ signature }: { signature: Signature }) {
  const { t } = useTranslation('signatures');
  const mayDesign = useMayDesign();
  const { id, state } = signature;
  const isAhead = state !== 'published';
  if (!mayDesign) return <RouterButton to={`/signatures/${id}/edit`}>{t('page.look')}</RouterButton>;
  return (
    <>
      {state !== 'draft' && <Unpublish signature={signature} />}
      <RouterButton to={`/signatures/${id}/edit`} appearance={isAhead ? 'secondary' : 'primary'}>
        {t('page.edit')}
      </RouterButton>
      {isAhead && (
        <RouterButton to={`/signatures/${id}/publish`} appearance="primary">
          {t('page.publish')}
        </RouterButton>
      )}
    </>
  );
}

function Content({ signature }: { signature: Signature }) {
  const { t } = useTranslation('signatures');
  const { instant } = useFormats();
  const styles = useStyles();
  const [address, setAddress] = useSearchParams();
  const tab = tabs.find((name) => name === address.get('tab')) ?? 'design';
  const Shown = contents[tab];
  return (
    <div className={styles.stack}>
      <div className={styles.head}>
        <StateBadge state={signature.state} />
        <Caption1 className={styles.quiet}>
          {t('page.changed', { at: instant(signature.updatedAt), by: signature.updatedBy })}
        </Caption1>
      </div>
      <TabList
        aria-label={t('page.tabs')}
        className={styles.tabs}
        selectedValue={tab}
        onTabSelect={(_event, { value }) =>
          setAddress(value === 'design' ? {} : { tab: String(value) }, { replace: true })
        }
      >
        {tabs.map((name) => (
          <Tab key={name} value={name}>
            {t(`page.tab.${name}`)}
          </Tab>
        ))}
      </TabList>
      <Shown signature={signature} />
    </div>
  );
}

/** One signature: how it looks, who gets it, what is wrong with it and what it was before. */
export function SignaturePage() {
  const { t } = useTranslation('signatures');
  const { id = '' } = useParams();
  const signature = useSignature(id);
  return (
    <Page
      title={signature.data?.name ?? t('page.title')}
      before={<BackLink to="/signatures">{t('title')}</BackLink>}
      actions={signature.data ? <Actions signature={signature.data} /> : undefined}
    >
      <Loaded query={signature}>{(data) => <Content signature={data} />}</Loaded>
    </Page>
  );
}
