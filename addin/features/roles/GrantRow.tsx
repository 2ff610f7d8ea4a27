import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Roles } from '../../../server/src/contract/manage/roles.ts';
import { useSession } from '../../api/client/ApiContext.tsx';
import { useGrantRole, useRevokeRole } from '../../api/manage/rolesApi.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { ConfirmDialog } from '../../ui/dialogs/ConfirmDialog.tsx';
import { ChoiceField } from '../../ui/inputs/ChoiceField.tsx';
import { PersonName } from '../../ui/people/PersonName.tsx';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { useRoleChoices } from './useRoleChoices.ts';

type Grant = Roles['grants'][number];

const useStyles = makeStyles({
  row: { paddingBlock: tokens.spacingVerticalS, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  // At 160 px a name has the line to itself.
  who: { flex: '1 1 200px', minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalS, minWidth: 0 },
});

interface ActionsProps {
  readonly grant: Grant;
  readonly granting: ReturnType<typeof useGrantRole>;
  readonly revoking: ReturnType<typeof useRevokeRole>;
}

function Actions({ grant: { person, role }, granting, revoking }: ActionsProps) {
  const { t } = useTranslation('roles');
  const styles = useStyles();
  const isMe = useSession().user.id === person.id;
  const isBusy = granting.isPending || revoking.isPending;
  return (
    <div className={styles.actions}>
      <ChoiceField
        label={t('role.of', { name: person.displayName })}
        value={role}
        choices={useRoleChoices()}
        disabled={isBusy}
        onChange={(next) => {
          revoking.reset();
          granting.mutate({ id: person.id, role: next });
        }}
      />
      <ConfirmDialog
        trigger={
          <Button size="small" disabledFocusable={isBusy} aria-label={t('revoke.of', { name: person.displayName })}>
            {t('revoke.action')}
          </Button>
        }
        title={t('revoke.title', { name: person.displayName })}
        text={t(isMe ? 'revoke.textMe' : 'revoke.text')}
        confirm={t('revoke.action')}
        cancel={t('common:cancel')}
        isDangerous
        onConfirm={() => {
          granting.reset();
          revoking.mutate(person.id);
        }}
      />
    </div>
  );
}

/** Somebody with a role that was granted here; an administrator may change it. */
export function GrantRow({ grant }: { grant: Grant }) {
  const { t } = useTranslation('roles');
  const styles = useStyles();
  const formats = useFormats();
  const isAdmin = useSession().role === 'admin';
  const granting = useGrantRole();
  const revoking = useRevokeRole();
  const { person, role, by, at } = grant;
  const since = t('granted.below', { by: by.displayName, at: formats.instant(at) });
  const error = granting.error ?? revoking.error;
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <div className={styles.who}>
          <PersonName name={person.displayName} below={isAdmin ? since : `${t(`common:account.${role}`)} · ${since}`} />
        </div>
        {isAdmin && <Actions grant={grant} granting={granting} revoking={revoking} />}
      </div>
      {error !== null && <ProblemNotice error={error} />}
    </li>
  );
}
