import {
  Avatar,
  Combobox,
  Option,
  Text,
  makeStyles,
  tokens,
  type ComboboxProps,
  type OptionOnSelectData,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TeammateSummary } from '../../../server/src/contract/people/teammates.ts';
import { useTeammates } from '../../api/people/teammatesApi.ts';
import { useSettled } from '../state/useSettled.ts';

const useStyles = makeStyles({
  // Fluent's own 250 px would stick out of a pane of 320.
  combobox: { minWidth: 0, width: '100%', gridTemplateColumns: 'minmax(0, 1fr) auto' },
  input: { minWidth: 0, width: '100%', textOverflow: 'ellipsis' },
  // WCAG 2.2 asks for 24 px; Fluent's icon is 20.
  open: { width: '24px', height: '24px', justifyContent: 'center', alignItems: 'center', display: 'flex' },
  option: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  below: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  listbox: { maxHeight: '320px' },
});

interface TeammatePickerProps {
  readonly id?: string;
  /** Where no label points to the id. */
  readonly label?: string;
  /** What stands in the field while nobody types. */
  readonly value: string;
  readonly appearance?: 'underline' | 'outline';
  readonly size?: 'small' | 'medium';
  readonly onPick: (teammate: TeammateSummary) => void;
}

function TeammateOption({ teammate }: { teammate: TeammateSummary }) {
  const { t } = useTranslation('compose');
  const styles = useStyles();
  const address = teammate.mail ?? teammate.userPrincipalName;
  const status = teammate.status === 'disabled' ? ` (${t('from.disabled')})` : '';
  return (
    <div className={styles.option}>
      <Avatar name={teammate.displayName} color="colorful" size={28} aria-hidden />
      <div className={styles.words}>
        <Text>{`${teammate.displayName}${status}`}</Text>
        <Text size={200} className={styles.below}>
          {teammate.jobTitle ? `${teammate.jobTitle} · ${address}` : address}
        </Text>
      </div>
    </div>
  );
}

/** What stands where nobody is found. */
const insteadOf = { pending: 'searching', error: 'failed', success: 'nobody' } as const;

/** Finds any teammate by name, mail, job or department; the server does the searching. */
export function TeammatePicker(props: TeammatePickerProps) {
  const { id, label, value, appearance = 'outline', size = 'medium', onPick } = props;
  const { t } = useTranslation('compose');
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const search = useSettled(typed ?? '');
  const { data, status } = useTeammates({ search, status: undefined });
  const teammates = data?.pages.flatMap((page) => page.items) ?? [];

  const pick = ({ optionValue }: OptionOnSelectData) => {
    const teammate = teammates.find((candidate) => candidate.id === optionValue);
    setTyped(null);
    if (teammate) onPick(teammate);
  };
  const close: ComboboxProps['onOpenChange'] = (_event, { open }) => {
    if (!open) setTyped(null);
  };
  const empty = t(`from.${insteadOf[status]}`);
  return (
    <Combobox
      {...(id !== undefined && { id })}
      aria-label={label}
      className={styles.combobox}
      expandIcon={{ className: styles.open, 'aria-label': t('from.open') }}
      input={{ className: styles.input }}
      listbox={{ className: styles.listbox }}
      appearance={appearance}
      size={size}
      autoComplete="off"
      placeholder={t('from.placeholder')}
      value={typed ?? value}
      selectedOptions={[]}
      onChange={(event) => setTyped(event.target.value)}
      onFocus={(event) => event.target.select()}
      onOpenChange={close}
      onOptionSelect={(_event, option) => pick(option)}
    >
      {teammates.map((teammate) => (
        <Option key={teammate.id} value={teammate.id} text={teammate.displayName}>
          <TeammateOption teammate={teammate} />
        </Option>
      ))}
      {teammates.length === 0 && (
        <Option disabled value="" text={empty}>
          {empty}
        </Option>
      )}
    </Combobox>
  );
}
