import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Teammate } from '../../../../server/src/contract/people/teammates.ts';
import { Panel } from '../../../ui/page/Panel.tsx';
import { HistoryPanel } from './HistoryPanel.tsx';
import { OutlookPanel } from './OutlookPanel.tsx';
import { TeammateFields } from './TeammateFields.tsx';
import { WhyPanel } from './WhyPanel.tsx';

const tabs = ['fields', 'why', 'history', 'outlook'] as const;
type PersonTab = (typeof tabs)[number];

const useStyles = makeStyles({
  tabs: { marginInline: `calc(-1 * ${tokens.spacingHorizontalMNudge})`, flexWrap: 'wrap' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** What is known about a person, why they take part, what changed, and where they were seen; the address says which of them is open. */
export function PersonTabs({ teammate }: { teammate: Teammate }) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const id = useId();
  const [address, setAddress] = useSearchParams();
  const tab = tabs.find((name) => name === address.get('tab')) ?? 'fields';
  const open = (next: PersonTab, field?: string) =>
    setAddress(
      (now) => {
        // Beside the list, the address says as well what the list shows.
        for (const name of ['tab', 'field']) now.delete(name);
        if (next !== 'fields') now.set('tab', next);
        if (next !== 'fields' && field !== undefined) now.set('field', field);
        return now;
      },
      { replace: true },
    );
  return (
    <Panel>
      <TabList
        className={styles.tabs}
        aria-label={t('detail.tabs')}
        selectedValue={tab}
        onTabSelect={(_, { value }) => open(tabs.find((name) => name === value) ?? 'fields')}
      >
        {tabs.map((name) => (
          <Tab key={name} value={name} id={`${id}-${name}`} aria-controls={`${id}-panel`}>
            {t(`detail.tab.${name}`)}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`} className={styles.content}>
        {tab === 'fields' && (
          <TeammateFields
            teammate={teammate}
            sought={address.get('field')}
            onHistory={(field) => open('history', field)}
          />
        )}
        {tab === 'why' && <WhyPanel teammate={teammate} />}
        {tab === 'outlook' && <OutlookPanel teammate={teammate} />}
        {tab === 'history' && (
          <HistoryPanel
            id={teammate.id}
            field={address.get('field') ?? ''}
            onField={(field) => open('history', field === '' ? undefined : field)}
          />
        )}
      </div>
    </Panel>
  );
}
