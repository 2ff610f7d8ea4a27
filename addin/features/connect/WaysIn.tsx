import { Button, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../server/src/contract/connection.ts';
import { Panel } from '../../ui/Panel.tsx';
import { RegistrationFacts } from './RegistrationFacts.tsx';
import { RegistrationForm } from './RegistrationForm.tsx';
import type { Consent } from './useConsent.ts';

const ways = ['consent', 'registration'] as const;
type Way = (typeof ways)[number];

const useStyles = makeStyles({
  tabs: { marginInline: `calc(-1 * ${tokens.spacingHorizontalMNudge})`, flexWrap: 'wrap' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  text: { margin: 0, maxWidth: '65ch' },
  action: { alignSelf: 'flex-start' },
});

interface WaysInProps {
  readonly connection: Connection;
  readonly consent: Consent;
  readonly canConsent: boolean;
}

function ByConsent({ connection, consent, canConsent }: WaysInProps) {
  const { t } = useTranslation('registration');
  const styles = useStyles();
  const isOther = connection.kind === 'registration';
  return (
    <>
      <p className={styles.text}>{t(isOther ? 'consent.switchText' : 'consent.text')}</p>
      {isOther && canConsent && (
        <Button className={styles.action} onClick={() => void consent.start()} disabledFocusable={consent.isStarting}>
          {t('consent.switch')}
        </Button>
      )}
    </>
  );
}

function ByRegistration({ connection }: { connection: Connection }) {
  const { t } = useTranslation('registration');
  const styles = useStyles();
  const { registration } = connection;
  return (
    <>
      <p className={styles.text}>{t(registration === null ? 'intro' : 'replaceIntro')}</p>
      {registration && <RegistrationFacts registration={registration} />}
      <RegistrationForm connection={connection} />
    </>
  );
}

/** The two ways to connect, each with what belongs to it; the one in use is shown first. */
export function WaysIn(props: WaysInProps) {
  const { t } = useTranslation('registration');
  const styles = useStyles();
  const id = useId();
  const [way, setWay] = useState<Way>(props.connection.kind);
  return (
    <Panel title={t('title')}>
      <TabList
        className={styles.tabs}
        aria-label={t('title')}
        selectedValue={way}
        onTabSelect={(_, { value }) => setWay(ways.find((name) => name === value) ?? 'consent')}
      >
        {ways.map((name) => (
          <Tab key={name} value={name} id={`${id}-${name}`} aria-controls={`${id}-panel`}>
            {t(`way.${name}`)}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${way}`} className={styles.content}>
        {way === 'consent' ? <ByConsent {...props} /> : <ByRegistration connection={props.connection} />}
      </div>
    </Panel>
  );
}
