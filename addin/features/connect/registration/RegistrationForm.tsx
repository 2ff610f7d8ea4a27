import { Button, Checkbox, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection, RegistrationResult } from '../../../../server/src/contract/manage/connection.ts';
import { useSession } from '../../../api/client/ApiContext.tsx';
import { ApiProblem } from '../../../api/client/apiProblem.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { submitting } from '../../../ui/inputs/submitting.ts';
import { ActionNotice } from '../../../ui/notices/ActionNotice.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { complaintText } from './complaintText.ts';
import { CredentialFields } from './CredentialFields.tsx';
import { complaintsOf, emptyDraft, requestOf, withoutCredentials, type Complaints } from './registrationDraft.ts';
import { RegistrationField } from './RegistrationField.tsx';
import { usePatientSave } from './usePatientSave.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  bar: { paddingBlock: tokens.spacingVerticalS },
  action: { alignSelf: 'flex-start' },
});

/** Why the registration was not taken. What is about a field stands beside it; here stands the rest. */
function Refusal({ error, complaints }: { error: unknown; complaints: Complaints }) {
  const { t, i18n } = useTranslation('registration');
  const styles = useStyles();
  if (error === null) return null;
  const isAboutFields = error instanceof ApiProblem && error.errors.length > 0;
  if (!isAboutFields) return <ProblemNotice error={error} />;
  return (
    <MessageBar intent="error" layout="multiline" role="alert" className={styles.bar}>
      <MessageBarBody>
        {[t('notSaved'), ...complaints.others.map((complaint) => complaintText(i18n, complaint))].join(' ')}
      </MessageBarBody>
    </MessageBar>
  );
}

/** What was granted a moment ago may still be on its way: it is looked for again before it is called missing. */
function Settling({ permissions, onStop }: { permissions: readonly string[]; onStop: () => void }) {
  const { t } = useTranslation('registration');
  const formats = useFormats();
  return (
    <ActionNotice intent="info" action={<Button onClick={onStop}>{t('settling.stop')}</Button>}>
      {t('settling.text', { permissions: formats.list([...permissions]) })}
    </ActionNotice>
  );
}

interface RegistrationFormProps {
  readonly connection: Connection;
  readonly onSaved: (result: RegistrationResult) => void;
}

/** The customer's own app registration. It is tried with Entra before it is saved; nothing secret comes back. */
export function RegistrationForm({ connection, onSaved }: RegistrationFormProps) {
  const { t } = useTranslation('registration');
  const styles = useStyles();
  const { tenantId } = useSession();
  const [draft, setDraft] = useState(() => emptyDraft(tenantId, connection.registration?.clientId ?? ''));
  const save = usePatientSave();
  const isSettling = save.onTheWay !== null;
  const isTrying = save.isPending || isSettling;
  const complaints = complaintsOf(isSettling ? null : save.error);
  const change = (patch: Partial<typeof draft>) => {
    save.stop();
    setDraft((now) => ({ ...now, ...patch }));
  };
  const submit = () =>
    save.start(requestOf(draft), (result) => {
      setDraft(withoutCredentials);
      onSaved(result);
    });
  const action = connection.registration === null ? 'connect' : 'replace';
  return (
    <form className={styles.form} onSubmit={submitting(isTrying, submit)} noValidate autoComplete="off">
      {save.onTheWay === null ? (
        <Refusal error={save.error} complaints={complaints} />
      ) : (
        <Settling permissions={save.onTheWay} onStop={save.stop} />
      )}
      <RegistrationField
        label={t('tenantId')}
        hint={t('tenantIdHint')}
        isRequired
        value={draft.tenantId}
        complaint={complaints.of.tenantId}
        onChange={(value) => change({ tenantId: value })}
      />
      <RegistrationField
        label={t('clientId')}
        hint={t('clientIdHint')}
        isRequired
        value={draft.clientId}
        complaint={complaints.of.clientId}
        onChange={(clientId) => change({ clientId })}
      />
      <CredentialFields draft={draft} complaints={complaints} onChange={change} />
      <RegistrationField
        label={t('groupId')}
        hint={t('groupIdHint')}
        value={draft.groupId}
        complaint={complaints.of.groupId}
        onChange={(groupId) => change({ groupId })}
      />
      {draft.groupId.trim() !== '' && (
        <Checkbox
          label={t('useGroup')}
          checked={draft.useGroup}
          onChange={(_, { checked }) => change({ useGroup: checked === true })}
        />
      )}
      <Button type="submit" appearance="primary" className={styles.action} disabledFocusable={isTrying}>
        {t(isTrying ? 'trying' : action)}
      </Button>
    </form>
  );
}
