import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { RolloutPerson, RolloutView } from '../../../server/src/contract/manage/rollout.ts';
import { useRolloutPeople } from '../../api/manage/rolloutApi.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { LoadedPages } from '../../ui/lists/LoadedPages.tsx';
import { VirtualList } from '../../ui/lists/VirtualList.tsx';
import { PersonRow } from '../../ui/people/PersonRow.tsx';

const useStyles = makeStyles({
  none: { color: tokens.colorNeutralForeground2, margin: 0, paddingBlock: tokens.spacingVerticalM },
});

function Row({ person }: { person: RolloutPerson }) {
  const { t } = useTranslation('outlook');
  const formats = useFormats();
  const { teammateId, displayName, mail, clients, problem } = person;
  return (
    <PersonRow id={teammateId} displayName={displayName} mail={mail}>
      {clients.length === 0 && <Caption1>{t('people.never')}</Caption1>}
      {clients.map(({ client, version, seenOn }) => (
        <Caption1 key={client}>
          {t('people.seen', { client: t(`client.${client}`), version, day: formats.shortDay(seenOn) })}
        </Caption1>
      ))}
      {problem !== null && (
        <Caption1>{t('people.problem', { code: problem.code, day: formats.shortDay(problem.on) })}</Caption1>
      )}
    </PersonRow>
  );
}

/** Teammates with where they were last seen. */
export function RolloutPeople({ view }: { view: RolloutView }) {
  const { t } = useTranslation('outlook');
  const styles = useStyles();
  const found = useRolloutPeople(view);
  return (
    <LoadedPages query={found} rows={4} empty={<p className={styles.none}>{t('people.none')}</p>}>
      {(people) => (
        <VirtualList
          label={t('people.title')}
          items={people}
          keyOf={({ teammateId }) => teammateId}
          more={found}
          render={(person) => <Row person={person} />}
        />
      )}
    </LoadedPages>
  );
}
