import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { RolloutPerson, RolloutView } from '../../../server/src/contract/manage/rollout.ts';
import { useRolloutPeople } from '../../api/manage/rolloutApi.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { RouterLink } from '../../ui/buttons/RouterLink.tsx';
import { RowSkeletons } from '../../ui/page/RowSkeletons.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  faint: { color: tokens.colorNeutralForeground2 },
  none: { color: tokens.colorNeutralForeground2, margin: 0, paddingBlock: tokens.spacingVerticalM },
});

function Row({ person }: { person: RolloutPerson }) {
  const { t } = useTranslation('outlook');
  const styles = useStyles();
  const formats = useFormats();
  const { teammateId, displayName, mail, clients, problem } = person;
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <RouterLink to={`/teammates/${teammateId}`}>
          <bdi>{displayName}</bdi>
        </RouterLink>
        {mail !== null && <Caption1 className={styles.faint}>{mail}</Caption1>}
      </span>
      <span className={styles.words}>
        {clients.length === 0 && <Caption1 className={styles.faint}>{t('people.never')}</Caption1>}
        {clients.map(({ client, version, seenOn }) => (
          <Caption1 key={client}>
            {t('people.seen', { client: t(`client.${client}`), version, day: formats.shortDay(seenOn) })}
          </Caption1>
        ))}
        {problem !== null && (
          <Caption1>{t('people.problem', { code: problem.code, day: formats.shortDay(problem.on) })}</Caption1>
        )}
      </span>
    </li>
  );
}

type Found = ReturnType<typeof useRolloutPeople>;

const peopleIn = (data: Found['data']): readonly RolloutPerson[] | null =>
  data === undefined ? null : data.pages.flatMap(({ items }) => items);

/** Nobody yet, and not the end: a page may hold nobody of this view. */
const isPassingOver = ({ data, hasNextPage, isError }: Found): boolean =>
  peopleIn(data)?.length === 0 && hasNextPage && !isError;

/** Asks for the next page as long as there is reason to. */
function useGoOn(shouldGoOn: boolean, goOn: () => Promise<unknown>): void {
  useEffect(() => {
    if (shouldGoOn) void goOn();
  }, [shouldGoOn, goOn]);
}

function More({ isComing, onMore }: { isComing: boolean; onMore: () => void }) {
  const { t } = useTranslation('outlook');
  return (
    <Button onClick={onMore} disabledFocusable={isComing}>
      {t('people.more')}
    </Button>
  );
}

/** Teammates with where they were last seen. Pages that hold nobody of a view are passed over. */
export function RolloutPeople({ view }: { view: RolloutView }) {
  const { t } = useTranslation('outlook');
  const styles = useStyles();
  const found = useRolloutPeople(view);
  const { isError, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = found;
  const people = peopleIn(found.data);
  useGoOn(isPassingOver(found), fetchNextPage);
  if (isError) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (people === null || isPassingOver(found)) return <RowSkeletons rows={4} />;
  return (
    <>
      {people.length === 0 && <p className={styles.none}>{t('people.none')}</p>}
      <ul className={styles.list}>
        {people.map((person) => (
          <Row key={person.teammateId} person={person} />
        ))}
      </ul>
      {hasNextPage && <More isComing={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  );
}
