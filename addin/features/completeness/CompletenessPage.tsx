import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Completeness, FindingFilter } from '../../../server/src/contract/people/completeness.ts';
import { useCompleteness } from '../../api/people/completenessApi.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { fieldName } from '../../ui/changes/fieldName.ts';
import { PeopleRegular } from '../../ui/icons.ts';
import { Loaded } from '../../ui/page/Loaded.tsx';
import { Page } from '../../ui/page/Page.tsx';
import { Panel } from '../../ui/page/Panel.tsx';
import { shareOf } from '../../ui/people/shareOf.ts';
import { FieldCounts } from './FieldCounts.tsx';
import { FindingFilters } from './FindingFilters.tsx';
import { FindingList } from './FindingList.tsx';
import { useFindingFilter } from './useFindingFilter.ts';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  figure: { ...typographyStyles.title2, margin: 0, fontVariantNumeric: 'tabular-nums' },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

function Figure({ completeness }: { readonly completeness: Completeness }) {
  const { t } = useTranslation('completeness');
  const { number, percent } = useFormats();
  const styles = useStyles();
  const { filled, of, people, complete, withoutPhone, photos } = completeness;
  const counted = (key: string, count: number) => t(key, { count, formatted: number(count) });
  return (
    <div>
      <p className={styles.figure}>{percent(shareOf(filled, of))}</p>
      <p className={styles.text}>
        {[
          t('figure.text', { complete: number(complete), people: number(people) }),
          ...(withoutPhone === 0 ? [] : [counted('figure.withoutPhone', withoutPhone)]),
          counted('figure.photos', photos),
        ].join(' ')}
      </p>
    </div>
  );
}

function Whole({ completeness }: { readonly completeness: Completeness }) {
  const { t, i18n } = useTranslation('completeness');
  const styles = useStyles();
  const state = useFindingFilter();
  const people = useRef<HTMLDivElement>(null);
  const labels = new Map(completeness.fields.map((field) => [field.key, field.labels]));
  const nameOf = (field: string) => fieldName(i18n, field, labels.get(field) ?? null);
  const choose = (filter: FindingFilter) => {
    state.setFilter(filter);
    people.current?.scrollIntoView({ block: 'start' });
    people.current?.focus({ preventScroll: true });
  };
  return (
    <div className={styles.stack}>
      <Panel title={t('fields')}>
        <Figure completeness={completeness} />
        <FieldCounts completeness={completeness} onChoose={choose} />
      </Panel>
      <div ref={people} tabIndex={-1} style={{ scrollMarginTop: '72px', outline: 'none' }}>
        <Panel title={t('people')}>
          <FindingFilters {...state} completeness={completeness} nameOf={nameOf} />
          <FindingList filter={state.settled} nameOf={nameOf} />
        </Panel>
      </div>
    </div>
  );
}

/** How much of what signatures show is known about people, and who lacks what, or has it written so that it looks wrong. */
export function CompletenessPage() {
  const { t } = useTranslation('completeness');
  const counts = useCompleteness();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded query={counts} rows={8}>
        {(data) =>
          data.people === 0 ? (
            <EmptyState icon={<PeopleRegular />} title={t('nobody')} text={t('nobodyText')} />
          ) : (
            <Whole completeness={data} />
          )
        }
      </Loaded>
    </Page>
  );
}
