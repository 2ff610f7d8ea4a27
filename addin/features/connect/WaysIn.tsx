import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection, RegistrationResult } from '../../../server/src/contract/manage/connection.ts';
import { Panel } from '../../ui/page/Panel.tsx';
import { RegistrationFacts } from './registration/RegistrationFacts.tsx';
import { RegistrationForm } from './registration/RegistrationForm.tsx';
import { RegistrationNews } from './registration/RegistrationNews.tsx';
import { RegistrationSteps } from './registration/RegistrationSteps.tsx';
import { ReplaceCredential } from './registration/ReplaceCredential.tsx';
import type { Consent } from './useConsent.ts';

type Way = Connection['kind'];

const useStyles = makeStyles({
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
  const [result, setResult] = useState<RegistrationResult | null>(null);
  const { registration } = connection;
  return (
    <>
      {result && <RegistrationNews result={result} />}
      {registration ? (
        <>
          <RegistrationFacts registration={registration} />
          <ReplaceCredential connection={connection} onSaved={setResult} />
        </>
      ) : (
        <>
          <p className={styles.text}>{t('intro')}</p>
          <RegistrationSteps connection={connection} />
          <RegistrationForm connection={connection} onSaved={setResult} />
        </>
      )}
    </>
  );
}

/** The way in use, or the one to begin with; the other is one button away, so that only one is to be read at a time. */
export function WaysIn(props: WaysInProps) {
  const { t } = useTranslation('registration');
  const styles = useStyles();
  const [chosen, setChosen] = useState<Way | null>(null);
  const way = chosen ?? props.connection.kind;
  const other: Way = way === 'consent' ? 'registration' : 'consent';
  return (
    <Panel title={t(`way.${way}`)}>
      <div className={styles.content}>
        {way === 'consent' ? <ByConsent {...props} /> : <ByRegistration connection={props.connection} />}
        <Button className={styles.action} appearance="subtle" onClick={() => setChosen(other)}>
          {t(`use.${other}`)}
        </Button>
      </div>
    </Panel>
  );
}
