import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../../server/src/contract/signatures/me.ts';
import { useWithdrawProposal } from '../../api/signatures/mySignatureApi.ts';
import { fieldName } from '../../ui/changes/fieldName.ts';
import { problemText } from '../../ui/notices/problemText.ts';

type MyField = Me['fields'][number];

interface SaidProps {
  readonly field: MyField;
  readonly intent: 'info' | 'warning';
  readonly text: string;
  /** What the button does: both take the same away. */
  readonly way: 'withdraw' | 'putAway';
}

function Said({ field, intent, text, way }: SaidProps) {
  const { t, i18n } = useTranslation('mine');
  const withdraw = useWithdrawProposal();
  const trouble = withdraw.error === null ? '' : problemText(i18n, withdraw.error).text;
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        {text} {trouble}
      </MessageBarBody>
      <MessageBarActions>
        <Button
          aria-label={t(`fields.${way}Of`, { field: fieldName(i18n, field.key, field.labels) })}
          disabledFocusable={withdraw.isPending}
          onClick={() => withdraw.mutate(field.key)}
        >
          {t(`fields.${way}`)}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** That what was filled in waits for an admin, or that an admin did not want it and why. */
export function Approval({ field }: { field: MyField }) {
  const { t } = useTranslation('mine');
  const { waiting, refused } = field;
  if (waiting !== null)
    return (
      <Said
        field={field}
        intent="info"
        text={waiting.value === '' ? t('teammates:own.waiting') : t('fields.waiting', { value: waiting.value })}
        way="withdraw"
      />
    );
  if (refused === null) return null;
  const { by, value, reason } = refused;
  const why = reason === '' ? '' : t('fields.reason', { reason });
  const said = value === '' ? t('teammates:own.refused', { name: by }) : t('fields.refused', { name: by, value });
  return <Said field={field} intent="warning" text={`${said} ${why}`} way="putAway" />;
}
