import { Caption1, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Teammate } from '../../../../server/src/contract/people/teammates.ts';
import { usePersonScope } from '../../../api/people/teammatesApi.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { ScopeReasons } from '../../../ui/people/ScopeReasons.tsx';

const useStyles = makeStyles({ faint: { color: tokens.colorNeutralForeground2 } });

/** Why this person is in or out: what the last sync found, until the directory has answered what is true now. */
export function WhyPanel({ teammate }: { teammate: Teammate }) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const formats = useFormats();
  const live = usePersonScope('teammates', teammate.id);
  const verdict = live.data?.scope ?? teammate.scope;
  const lastSeen = live.data?.lastSeenAt;
  const source = t(live.isPending ? 'why.asking' : live.data ? 'why.live' : 'why.stored');
  return (
    <>
      <Subtitle2 as="h2">{t(verdict.inScope ? 'detail.why' : 'detail.whyNot')}</Subtitle2>
      <div>
        <ScopeReasons verdict={verdict} />
      </div>
      <Caption1 className={styles.faint} role="status">
        {lastSeen ? `${source} ${t('why.lastSeen', { when: formats.instant(lastSeen) })}` : source}
      </Caption1>
    </>
  );
}
