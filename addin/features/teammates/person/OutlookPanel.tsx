import { Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { TeammateOutlook } from '../../../../server/src/contract/manage/rollout.ts';
import type { Teammate } from '../../../../server/src/contract/people/teammates.ts';
import { useTeammateOutlook } from '../../../api/manage/rolloutApi.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { RouterButton } from '../../../ui/buttons/RouterButton.tsx';
import { FactList } from '../../../ui/lists/FactList.tsx';
import { Loaded } from '../../../ui/page/Loaded.tsx';

const useStyles = makeStyles({ text: { margin: 0, color: tokens.colorNeutralForeground2 } });

/** Nobody can be seen who has no signature to ask for, so what to do is said of active teammates alone. */
function Never({ isActive }: { isActive: boolean }) {
  const { t } = useTranslation('outlook');
  const styles = useStyles();
  return (
    <>
      <p className={styles.text}>{t('person.never')}</p>
      {isActive && (
        <>
          <p className={styles.text}>{t('person.todo')}</p>
          <span>
            <RouterButton to="/rollout">{t('person.rollout')}</RouterButton>
          </span>
        </>
      )}
    </>
  );
}

function Seen({ clients, problem }: TeammateOutlook) {
  const { t, i18n } = useTranslation('outlook');
  const { calendarDay: day } = useFormats();
  const wordsOf = (code: string) =>
    i18n.exists(`outlook:code.${code}`) ? t(`code.${code}`) : t('person.code', { code });
  return (
    <FactList
      facts={[
        ...clients.map(({ client, version, seenOn }) => ({
          name: t(`client.${client}`),
          value: [version, t('person.lastOn', { day: day(seenOn) })].filter(Boolean).join(', '),
        })),
        {
          name: t('person.problem'),
          value: problem && t('person.problemOn', { what: wordsOf(problem.code), day: day(problem.on) }),
        },
      ]}
    />
  );
}

/** In which Outlook this person was seen, with what, and what last went wrong there. */
export function OutlookPanel({ teammate }: { teammate: Teammate }) {
  const { t } = useTranslation('outlook');
  const outlook = useTeammateOutlook(teammate.id);
  return (
    <>
      <Subtitle2 as="h2">{t('person.title')}</Subtitle2>
      <Loaded query={outlook} rows={2}>
        {(data) => (data.clients.length === 0 ? <Never isActive={teammate.status === 'active'} /> : <Seen {...data} />)}
      </Loaded>
    </>
  );
}
