import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GrantedRole } from '../../../server/src/contract/manage/roles.ts';
import type { Picked } from '../../../server/src/contract/people/selection.ts';
import { useGrantRole } from '../../api/manage/rolesApi.ts';
import { DirectoryPicker } from '../../ui/people/DirectoryPicker.tsx';
import { FormDialog } from '../../ui/dialogs/FormDialog.tsx';
import { ChoiceField } from '../../ui/inputs/ChoiceField.tsx';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { useRoleChoices } from './useRoleChoices.ts';

const useStyles = makeStyles({ faint: { color: tokens.colorNeutralForeground2, margin: 0 } });

/** Gives somebody of the directory a role. Stays until it was granted. */
export function GrantDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('roles');
  const styles = useStyles();
  const [person, setPerson] = useState<Picked | null>(null);
  const [role, setRole] = useState<GrantedRole>('admin');
  const granting = useGrantRole();
  return (
    <FormDialog
      title={t('grant.title')}
      action={t('grant.confirm')}
      isBlocked={person === null || granting.isPending}
      onSubmit={() => {
        if (person !== null) granting.mutate({ id: person.id, role }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <DirectoryPicker kind="people" label={t('grant.who')} value={person?.displayName ?? ''} onPick={setPerson} />
      <ChoiceField label={t('role.label')} value={role} choices={useRoleChoices()} onChange={setRole} />
      <p className={styles.faint}>{t(`role.${role}`)}</p>
      {granting.isError && <ProblemNotice error={granting.error} />}
    </FormDialog>
  );
}
