import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Field,
  Radio,
  RadioGroup,
  Switch,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { selectionSchema, type Selection } from '../../../../server/src/contract/people/selection.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { FilterRegular } from '../../../ui/icons.ts';
import { DomainsField } from '../../../ui/inputs/DomainsField.tsx';
import type { SelectionDraft } from '../selectionDraft.ts';

type Filters = Selection['filters'];

const guestChoices = ['exclude', 'include', 'only'] as const;

const useStyles = makeStyles({
  root: {
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingBlock: tokens.spacingVerticalXS,
    '@media (min-width: 640px)': { paddingInline: tokens.spacingHorizontalS },
  },
  header: { paddingBlock: tokens.spacingVerticalS },
  words: { display: 'flex', flexDirection: 'column', textAlign: 'start' },
  title: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  summary: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalS,
  },
});

function useSummary(): (filters: Filters) => string {
  const { t } = useTranslation('select');
  const formats = useFormats();
  return ({ enabledAccountsOnly, withMailboxOnly, withAgents, guests, domains }) =>
    [
      enabledAccountsOnly ? t('filters.enabledOnly') : null,
      t(`filters.guest.${guests}`),
      withMailboxOnly ? t('filters.withMailboxOnly') : null,
      withAgents === true ? t('filters.withAgents') : null,
      domains.length > 0 ? formats.list(domains) : null,
    ]
      .filter((part) => part !== null)
      .join(' · ');
}

/** Who of those picked is left out by what they are; closed it says what is set. */
export function FiltersPanel({ draft, onRight }: { draft: SelectionDraft; onRight: (isRight: boolean) => void }) {
  const { t } = useTranslation('select');
  const styles = useStyles();
  const summary = useSummary();
  const { filters } = draft.selection;
  const change = (patch: Partial<Filters>) =>
    draft.change((now) => ({ ...now, filters: { ...now.filters, ...patch } }));
  return (
    <Accordion collapsible className={styles.root}>
      <AccordionItem value="filters">
        <AccordionHeader as="h2" icon={<FilterRegular />} className={styles.header} expandIconPosition="end">
          <span className={styles.words}>
            <span className={styles.title}>{t('filters.title')}</span>
            <span className={styles.summary}>{summary(filters)}</span>
          </span>
        </AccordionHeader>
        <AccordionPanel className={styles.panel}>
          <Switch
            label={t('filters.enabledOnly')}
            checked={filters.enabledAccountsOnly}
            onChange={(_, { checked }) => change({ enabledAccountsOnly: checked })}
          />
          <Switch
            label={t('filters.withMailboxOnly')}
            checked={filters.withMailboxOnly}
            onChange={(_, { checked }) => change({ withMailboxOnly: checked })}
          />
          <Switch
            label={t('filters.withAgents')}
            checked={filters.withAgents === true}
            onChange={(_, { checked }) => change({ withAgents: checked })}
          />
          <Field label={t('filters.guests')}>
            <RadioGroup
              value={filters.guests}
              onChange={(_, { value }) =>
                change({ guests: guestChoices.find((choice) => choice === value) ?? 'exclude' })
              }
            >
              {guestChoices.map((choice) => (
                <Radio key={choice} value={choice} label={t(`filters.guest.${choice}`)} />
              ))}
            </RadioGroup>
          </Field>
          <DomainsField
            label={t('filters.domains')}
            hint={t('filters.domainsHint')}
            schema={selectionSchema.shape.filters.shape.domains.element}
            bad={t('filters.badDomain')}
            domains={filters.domains}
            onChange={(domains) => change({ domains })}
            onRight={onRight}
          />
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
