import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Teammate } from '../../../../server/src/contract/people/teammates.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { CompletenessBar } from '../../../ui/people/CompletenessBar.tsx';
import { ActionNotice } from '../../../ui/notices/ActionNotice.tsx';
import { FactList } from '../../../ui/lists/FactList.tsx';
import { Panel } from '../../../ui/page/Panel.tsx';
import { RouterButton } from '../../../ui/buttons/RouterButton.tsx';
import { TeammateAvatar } from '../../../ui/people/TeammateAvatar.tsx';
import { TeammateBadges } from '../TeammateBadges.tsx';
import { useDeadline } from '../useDeadline.ts';
import { PersonTabs } from './PersonTabs.tsx';
import { SignaturePanel } from './SignaturePanel.tsx';
import { TeammateActions } from './TeammateActions.tsx';

const useStyles = makeStyles({
  lead: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 6fr)',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
  },
  parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});

/** Face, state and work of a person, in a line. */
export function TeammateLead({ teammate }: { teammate: Teammate }) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const deadline = useDeadline()(teammate);
  const line = [teammate.jobTitle, teammate.department].filter(Boolean).join(' · ');
  return (
    <span className={styles.lead}>
      <TeammateAvatar teammate={teammate} size={96} />
      <TeammateBadges teammate={teammate} />
      {!teammate.accountEnabled && (
        <Badge appearance="outline" color="danger">
          {t('detail.accountDisabled')}
        </Badge>
      )}
      {teammate.userType === 'Guest' && <Badge appearance="outline">{t('detail.guest')}</Badge>}
      {line !== '' && <span>{line}</span>}
      {deadline !== null && <strong>{deadline}</strong>}
    </span>
  );
}

/** What it means that an admin has to decide, or has decided, about somebody's departure. */
function Departure({ departure }: { departure: NonNullable<Teammate['departure']> }) {
  const { t } = useTranslation('teammates');
  return (
    <ActionNotice
      intent={departure === 'held' ? 'warning' : 'info'}
      action={departure === 'held' ? <RouterButton to="/sync/held">{t('departure.decide')}</RouterButton> : undefined}
    >
      {t(`departure.${departure}`)}
    </ActionNotice>
  );
}

function About({ teammate }: { teammate: Teammate }) {
  const { t } = useTranslation('teammates');
  const formats = useFormats();
  const { restorableUntil } = teammate;
  return (
    <Panel title={t('detail.about')}>
      <CompletenessBar completeness={teammate.completeness} />
      <FactList
        facts={[
          { name: t('detail.added'), value: formats.day(teammate.addedAt) },
          { name: t('detail.updated'), value: formats.instant(teammate.updatedAt) },
          { name: t('detail.disabledAt'), value: teammate.disabledAt && formats.day(teammate.disabledAt) },
          { name: t('detail.removalDue'), value: teammate.removalDue && formats.day(teammate.removalDue) },
          { name: t('detail.restorableUntil'), value: restorableUntil && formats.day(restorableUntil) },
        ]}
      />
    </Panel>
  );
}

interface TeammateDetailsProps {
  readonly teammate: Teammate;
  /** Whether there is room for two columns. */
  readonly isWide: boolean;
}

/** Everything about a person: their signature, what is known, why they take part, and what can be done. */
export function TeammateDetails({ teammate, isWide }: TeammateDetailsProps) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  return (
    <>
      {teammate.departure !== null && <Departure departure={teammate.departure} />}
      <div className={isWide ? styles.columns : styles.parts}>
        <div className={styles.parts}>
          <TeammateActions teammate={teammate} />
          {teammate.mail === null && <p className={styles.text}>{t('detail.noMail')}</p>}
          <SignaturePanel teammate={teammate} />
          {isWide && <About teammate={teammate} />}
        </div>
        <PersonTabs teammate={teammate} />
        {!isWide && <About teammate={teammate} />}
      </div>
    </>
  );
}
