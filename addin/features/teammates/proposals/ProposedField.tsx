import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalsOfPerson } from '../../../../server/src/contract/people/proposals.ts';
import { useSession } from '../../../api/client/ApiContext.tsx';
import { useDecideProposal, type ProposalOrder } from '../../../api/people/proposalsApi.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { FactList } from '../../../ui/lists/FactList.tsx';
import { fieldName } from '../../../ui/changes/fieldName.ts';
import { FormDialog } from '../../../ui/dialogs/FormDialog.tsx';
import { CheckmarkRegular, DismissRegular } from '../../../ui/icons.ts';
import { TextField } from '../../../ui/inputs/TextField.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';

const useStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  value: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  faint: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface ProposedFieldProps {
  readonly person: ProposalsOfPerson;
  readonly field: ProposalsOfPerson['fields'][number];
}

interface RefuseDialogProps {
  readonly title: string;
  readonly onRefuse: (reason: string) => void;
  readonly onClose: () => void;
}

function RefuseDialog({ title, onRefuse, onClose }: RefuseDialogProps) {
  const { t } = useTranslation('proposals');
  const [reason, setReason] = useState('');
  return (
    <FormDialog title={title} action={t('refuse')} onSubmit={() => onRefuse(reason)} onClose={onClose}>
      <TextField
        label={t('reason')}
        hint={t('reasonHint')}
        value={reason}
        maxLength={500}
        rows={3}
        onChange={setReason}
      />
    </FormDialog>
  );
}

/** The two decisions about one value; a field that is closed by now can only be refused. */
function Decisions({ person, field }: ProposedFieldProps) {
  const { t, i18n } = useTranslation('proposals');
  const styles = useStyles();
  const decide = useDecideProposal();
  const [isRefusing, setIsRefusing] = useState(false);
  const words = { name: person.displayName, field: fieldName(i18n, field.key, field.labels) };
  const send = (order: Pick<ProposalOrder, 'decision' | 'reason'>) =>
    decide.mutate({ teammateId: person.teammateId, field: field.key, value: field.value, ...order });
  return (
    <>
      {decide.error !== null && <ProblemNotice error={decide.error} />}
      <div className={styles.actions}>
        {field.kind !== null && (
          <Button
            appearance="primary"
            icon={<CheckmarkRegular />}
            aria-label={t('approveOf', words)}
            disabledFocusable={decide.isPending}
            onClick={() => send({ decision: 'approve' })}
          >
            {t('approve')}
          </Button>
        )}
        <Button
          icon={<DismissRegular />}
          aria-label={t('refuseOf', words)}
          disabledFocusable={decide.isPending}
          onClick={() => setIsRefusing(true)}
        >
          {t('refuse')}
        </Button>
      </div>
      {isRefusing && (
        <RefuseDialog
          title={t('refuseTitle', words)}
          onClose={() => setIsRefusing(false)}
          onRefuse={(reason) => {
            setIsRefusing(false);
            send({ decision: 'refuse', reason });
          }}
        />
      )}
    </>
  );
}

/** What somebody proposes for one field, beside what is set now and what the directory says. */
export function ProposedField({ person, field }: ProposedFieldProps) {
  const { t, i18n } = useTranslation('proposals');
  const styles = useStyles();
  const formats = useFormats();
  const isAdmin = useSession().role === 'admin';
  const empty = <span className={styles.faint}>{t('teammates:detail.empty')}</span>;
  const out = <span className={styles.faint}>{t('teammates:override.out')}</span>;
  const { value, override, hidden, directory } = field;
  return (
    <div className={styles.field}>
      <FactList
        facts={[
          {
            name: fieldName(i18n, field.key, field.labels),
            value: (
              <bdi className={styles.value} key="value">
                {value === '' ? t('hide') : value}
              </bdi>
            ),
          },
          { name: t('now'), value: hidden ? out : override === '' ? empty : <bdi key="now">{override}</bdi> },
          { name: t('directory'), value: directory === '' ? empty : <bdi key="directory">{directory}</bdi> },
        ]}
      />
      <Caption1 className={styles.faint}>
        {t('since', { when: formats.instant(field.at) })}
        {field.kind === null && ` ${t('closed')}`}
      </Caption1>
      {isAdmin && <Decisions person={person} field={field} />}
    </div>
  );
}
