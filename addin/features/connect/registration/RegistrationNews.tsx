import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { RegistrationResult } from '../../../../server/src/contract/manage/connection.ts';
import { useFormats } from '../../../i18n/useFormats.ts';

const useStyles = makeStyles({ bar: { paddingBlock: tokens.spacingVerticalS } });

/** The labels of the fields that can have white space around them. */
const labels = ['tenantId', 'clientId', 'clientSecret', 'secretExpiresOn', 'groupId'] as const;
const labelKey = { secretExpiresOn: 'expiresOn' } as const;

/** That it works, and what else happened on the way. */
export function RegistrationNews({ result }: { result: RegistrationResult }) {
  const { t } = useTranslation('registration');
  const styles = useStyles();
  const formats = useFormats();
  const { trimmed, group } = result;
  const names = labels
    .filter((label) => trimmed.includes(label))
    .map((label) => t(label === 'secretExpiresOn' ? labelKey[label] : label));
  return (
    <MessageBar intent="success" layout="multiline" role="status" className={styles.bar}>
      <MessageBarBody>
        {[
          t('saved'),
          ...(group === null ? [] : [t(group.selected ? 'groupSelected' : 'groupKnown', { name: group.displayName })]),
          ...(names.length === 0 ? [] : [t('trimmed', { fields: formats.list(names) })]),
        ].join(' ')}
      </MessageBarBody>
    </MessageBar>
  );
}
