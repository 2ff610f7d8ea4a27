import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { OverridesFile } from '../../../../server/src/contract/people/overridesFile.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { Panel } from '../../../ui/page/Panel.tsx';
import { VirtualList } from '../../../ui/lists/VirtualList.tsx';
import { BulkProgress } from './BulkProgress.tsx';
import { PlannedRow } from './PlannedRow.tsx';
import { useBulk } from './useBulk.ts';
import { useOverrideWork, type OverriddenPerson } from './useOverrideWork.ts';

const useStyles = makeStyles({
  text: { margin: 0 },
  faint: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Everything is here: a file has an end. */
const noMore = {
  hasNextPage: false,
  isFetchingNextPage: false,
  isFetchNextPageError: false,
  fetchNextPage: () => Promise.resolve(),
};

const peopleOf = ({ rows }: OverridesFile): readonly OverriddenPerson[] =>
  rows.flatMap(({ teammate, changes }) =>
    teammate === null || changes.length === 0
      ? []
      : [{ ...teammate, overrides: Object.fromEntries(changes.map(({ key, new: value }) => [key, value])) }],
  );

/** What a file would do, row by row, and the button that does it. */
export function PlannedValues({ plan }: { plan: OverridesFile }) {
  const { t } = useTranslation('values');
  const styles = useStyles();
  const formats = useFormats();
  const bulk = useBulk();
  const work = useOverrideWork();
  const people = peopleOf(plan);
  const shown = plan.rows.filter(({ changes, problems }) => changes.length + problems.length > 0);
  const wrong = plan.rows.filter(({ problems }) => problems.length > 0).length;
  const left = plan.columns.filter(({ key }) => key === null).map(({ name }) => name);
  const most = Math.max(1, ...people.map(({ overrides }) => Object.keys(overrides).length));
  const counted = (count: number) => ({ count, formatted: formats.number(count) });
  return (
    <Panel title={t('plan')}>
      <p className={styles.text} role="status">
        {t('change', counted(people.length))} {t('same', counted(plan.rows.length - shown.length))}{' '}
        {wrong > 0 && t('wrong', counted(wrong))}
      </p>
      {plan.encoding === 'windows-1252' && <p className={styles.text}>{t('asWindows')}</p>}
      {left.length > 0 && <p className={styles.faint}>{t('left', { names: formats.list(left) })}</p>}
      {bulk.state !== null ? (
        <BulkProgress state={bulk.state} onCancel={bulk.cancel} onClose={bulk.forget} />
      ) : (
        people.length > 0 && (
          <div>
            <Button appearance="primary" onClick={() => bulk.start(work(most), people)}>
              {t('apply', counted(people.length))}
            </Button>
          </div>
        )
      )}
      <VirtualList
        label={t('plan')}
        items={shown}
        keyOf={({ line }) => String(line)}
        rowHeight={90}
        more={noMore}
        render={(row) => <PlannedRow row={row} />}
      />
    </Panel>
  );
}
