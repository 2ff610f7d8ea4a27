import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { rolloutViewSchema, type Rollout, type RolloutView } from '../../../server/src/contract/manage/rollout.ts';
import { useRollout, useRolloutExport } from '../../api/manage/rolloutApi.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { ExportButton } from '../../ui/saving/ExportButton.tsx';
import { FactList } from '../../ui/lists/FactList.tsx';
import { Loaded } from '../../ui/page/Loaded.tsx';
import { ManifestPanel } from '../../ui/outlook/ManifestPanel.tsx';
import { Page } from '../../ui/page/Page.tsx';
import { Panel } from '../../ui/page/Panel.tsx';
import { useFromAddress } from '../../ui/state/useFromAddress.ts';
import { useKeptInAddress } from '../../ui/state/useKeptInAddress.ts';
import { RolloutPeople } from './RolloutPeople.tsx';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  tabs: { flexWrap: 'wrap', minWidth: 0, marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalMNudge})` },
});

/** How many have it, and in which Outlook. */
function Reach({ rollout }: { rollout: Rollout }) {
  const { t } = useTranslation('outlook');
  const styles = useStyles();
  const formats = useFormats();
  const { active, seen, problems, clients } = rollout;
  return (
    <>
      <p className={styles.text}>{t('reach.text', { seen: formats.number(seen), active: formats.number(active) })}</p>
      <FactList
        facts={[
          ...clients.map(({ client, people }) => ({ name: t(`client.${client}`), value: formats.number(people) })),
          { name: t('reach.never'), value: formats.number(Math.max(0, active - seen)) },
          { name: t('reach.problems'), value: formats.number(problems) },
        ]}
      />
    </>
  );
}

const viewOf = (address: URLSearchParams): RolloutView =>
  rolloutViewSchema.safeParse(address.get('view')).data ?? 'all';

function People() {
  const { t, i18n } = useTranslation('outlook');
  const styles = useStyles();
  const download = useRolloutExport();
  const tabs = useId();
  const [view, setView] = useFromAddress(viewOf);
  useKeptInAddress({ view: view === 'all' ? '' : view });
  return (
    <Panel
      title={t('people.title')}
      aside={
        <ExportButton
          text={t(download.isPending ? 'people.exporting' : 'people.export')}
          download={download}
          wanted={{ view, language: i18n.language }}
          fileName="rollout.csv"
        />
      }
    >
      {download.isError && <ProblemNotice error={download.error} />}
      <TabList
        className={styles.tabs}
        aria-label={t('people.title')}
        selectedValue={view}
        onTabSelect={(_, { value }) => setView(rolloutViewSchema.parse(value))}
      >
        {rolloutViewSchema.options.map((one) => (
          <Tab key={one} id={`${tabs}-${one}`} value={one}>
            {t(`people.view.${one}`)}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" aria-labelledby={`${tabs}-${view}`}>
        <RolloutPeople view={view} />
      </div>
    </Panel>
  );
}

/** What people see and when, and why they may have a signature and no add-in. */
function Expectations() {
  const { t } = useTranslation('outlook');
  const styles = useStyles();
  return (
    <Panel title={t('expect.title')}>
      {(['when', 'scope', 'harmless'] as const).map((what) => (
        <p key={what} className={styles.text}>
          {t(`expect.${what}`)}
        </p>
      ))}
    </Panel>
  );
}

/** The manifest, which is what one comes for first, then who has the add-in, in which Outlook, and who never opened it. */
export function RolloutPage() {
  const { t } = useTranslation('outlook');
  const rollout = useRollout();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <ManifestPanel />
      <Expectations />
      <Panel title={t('reach.title')}>
        <Loaded query={rollout} rows={3}>
          {(data) => <Reach rollout={data} />}
        </Loaded>
      </Panel>
      <People />
    </Page>
  );
}
