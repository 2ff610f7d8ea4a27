import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/page/Panel.tsx';
import { SearchField } from '../../../ui/lists/SearchField.tsx';
import { useIsWide } from '../../../ui/window/useIsWide.ts';
import { useFromAddress } from '../../../ui/state/useFromAddress.ts';
import { useKeptInAddress } from '../../../ui/state/useKeptInAddress.ts';
import { useSettled } from '../../../ui/state/useSettled.ts';
import { GroupTab } from './GroupTab.tsx';
import { PeopleTab } from './PeopleTab.tsx';
import type { SelectionDraft } from '../selectionDraft.ts';
import { UnitTab } from './UnitTab.tsx';

const tabs = ['units', 'groups', 'people'] as const;
type TabName = (typeof tabs)[number];

const contents = { units: UnitTab, groups: GroupTab, people: PeopleTab } as const;
const noSearch: Readonly<Record<TabName, string>> = { units: '', groups: '', people: '' };

const useStyles = makeStyles({
  tabs: { flexWrap: 'wrap', marginInline: `calc(-1 * ${tokens.spacingHorizontalMNudge})` },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

const tabNamed = (value: unknown): TabName => tabs.find((name) => name === value) ?? 'units';

const soughtIn = (address: URLSearchParams) => {
  const tab = tabNamed(address.get('of'));
  return { tab, searches: { ...noSearch, [tab]: address.get('search')?.slice(0, 120) ?? '' } };
};

/** Everything the directory has to offer, by kind, with a search that each kind keeps for itself. */
export function Picker({ draft }: { draft: SelectionDraft }) {
  const { t } = useTranslation('select');
  const styles = useStyles();
  const isWide = useIsWide();
  const id = useId();
  const [{ tab, searches }, setSought, visit] = useFromAddress(soughtIn);
  const setSearch = (search: string) =>
    setSought((now) => ({ ...now, searches: { ...now.searches, [now.tab]: search } }));
  const settled = useSettled(searches, { visit });
  useKeptInAddress({ of: tab === 'units' ? '' : tab, search: settled[tab].trim() });
  const Content = contents[tab];
  return (
    <Panel title={t('tabs.label')}>
      <TabList
        className={styles.tabs}
        size={isWide ? 'medium' : 'small'}
        aria-label={t('tabs.label')}
        selectedValue={tab}
        onTabSelect={(_, { value }) => setSought((now) => ({ ...now, tab: tabNamed(value) }))}
      >
        {tabs.map((name) => (
          <Tab key={name} value={name} id={`${id}-${name}`} aria-controls={`${id}-panel`}>
            {t(name === 'units' && !isWide ? 'tabs.unitsShort' : `tabs.${name}`)}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`} className={styles.content}>
        <SearchField label={t(`search.${tab}`)} value={searches[tab]} onChange={setSearch} />
        <Content key={tab} draft={draft} search={settled[tab].trim()} onClearSearch={() => setSearch('')} />
      </div>
    </Panel>
  );
}
