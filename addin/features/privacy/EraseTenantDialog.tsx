import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEraseTenant } from '../../api/manage/privacyApi.ts';
import { useAuth } from '../../auth/AuthContext.tsx';
import { FormDialog } from '../../ui/dialogs/FormDialog.tsx';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';

const useStyles = makeStyles({ text: { margin: 0 }, name: { overflowWrap: 'anywhere' } });

interface EraseTenantDialogProps {
  /** What has to be typed. */
  readonly name: string;
  readonly onClose: () => void;
}

/** Asks for the name of the tenant before all of it goes. Whoever did it is signed out, or in Outlook at the start again. */
export function EraseTenantDialog({ name, onClose }: EraseTenantDialogProps) {
  const { t } = useTranslation('privacy');
  const styles = useStyles();
  const { session } = useAuth();
  const erasing = useEraseTenant();
  const [typed, setTyped] = useState('');
  const isNamed = typed.trim().toLowerCase() === name.trim().toLowerCase();
  const leave = () => {
    if (session.canSignOut) void session.signOut();
    else window.location.reload();
  };
  return (
    <FormDialog
      title={t('tenant.dialogTitle')}
      action={t('tenant.confirm')}
      isBlocked={!isNamed || erasing.isPending || erasing.isSuccess}
      onSubmit={() => {
        if (isNamed && !erasing.isPending) erasing.mutate(typed, { onSuccess: leave });
      }}
      onClose={onClose}
    >
      <p className={styles.text}>{t('tenant.dialogText')}</p>
      <Field label={<span className={styles.name}>{t('tenant.type', { name })}</span>}>
        <Input value={typed} maxLength={300} autoComplete="off" onChange={(_event, { value }) => setTyped(value)} />
      </Field>
      {erasing.isError && <ProblemNotice error={erasing.error} />}
    </FormDialog>
  );
}
