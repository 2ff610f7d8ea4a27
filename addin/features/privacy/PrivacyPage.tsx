import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picked } from '../../../server/src/contract/people/selection.ts';
import { usePrivacy } from '../../api/manage/privacyApi.ts';
import { DirectoryPicker } from '../../ui/people/DirectoryPicker.tsx';
import { Loaded } from '../../ui/page/Loaded.tsx';
import { Page } from '../../ui/page/Page.tsx';
import { Panel } from '../../ui/page/Panel.tsx';
import { useFromAddress } from '../../ui/state/useFromAddress.ts';
import { useKeptInAddress } from '../../ui/state/useKeptInAddress.ts';
import { useSession } from '../../api/client/ApiContext.tsx';
import { useConnection } from '../../api/manage/connectionApi.ts';
import { DeleteRegular } from '../../ui/icons.ts';
import { EraseTenantDialog } from './EraseTenantDialog.tsx';
import { PersonActions } from './PersonActions.tsx';

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '65ch', color: tokens.colorNeutralForeground2 },
  picker: { maxWidth: '420px' },
});

const personIn = (address: URLSearchParams): Picked | null => {
  const id = address.get('person');
  return id === null ? null : { id, displayName: address.get('name') ?? id };
};

function OnePerson() {
  const { t } = useTranslation('privacy');
  const styles = useStyles();
  const [person, setPerson] = useFromAddress(personIn);
  useKeptInAddress({ person: person?.id ?? '', name: person?.displayName ?? '' });
  return (
    <Panel title={t('person.title')}>
      <p className={styles.text}>{t('person.text')}</p>
      <div className={styles.picker}>
        <DirectoryPicker kind="people" label={t('person.find')} value={person?.displayName ?? ''} onPick={setPerson} />
      </div>
      {person && <PersonActions key={person.id} person={person} />}
    </Panel>
  );
}

function WholeTenant() {
  const { t } = useTranslation('privacy');
  const styles = useStyles();
  const { tenantId } = useSession();
  const connection = useConnection();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Panel title={t('tenant.title')}>
      <p className={styles.text}>{t('tenant.text')}</p>
      <Loaded query={connection} rows={1}>
        {({ organization }) => (
          <div>
            <Button icon={<DeleteRegular />} onClick={() => setIsOpen(true)}>
              {t('tenant.erase')}
            </Button>
            {isOpen && (
              <EraseTenantDialog name={organization?.displayName || tenantId} onClose={() => setIsOpen(false)} />
            )}
          </div>
        )}
      </Loaded>
    </Panel>
  );
}

/** What is kept of people, and how it goes. */
export function PrivacyPage() {
  const { t } = useTranslation('privacy');
  const styles = useStyles();
  const privacy = usePrivacy();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Panel title={t('kept.title')}>
        {(['directory', 'others', 'byHand', 'history'] as const).map((part) => (
          <p key={part} className={styles.text}>
            {t(`kept.${part}`)}
          </p>
        ))}
        <Loaded query={privacy} rows={1}>
          {({ erased }) => erased > 0 && <p className={styles.text}>{t('erased', { count: erased })}</p>}
        </Loaded>
      </Panel>
      <OnePerson />
      <WholeTenant />
    </Page>
  );
}
