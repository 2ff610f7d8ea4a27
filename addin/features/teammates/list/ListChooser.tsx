import { Field, Select, ToggleButton, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { TeammateCounts } from '../../../../server/src/contract/people/teammates.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { useIsWide } from '../../../ui/window/useIsWide.ts';
import { countOf, listChoices, type ListChoice } from './listChoice.ts';

const useStyles = makeStyles({
  group: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  count: {
    // Room for what is being counted, so that the list below stays where it is when the numbers come.
    minWidth: '3ch',
    display: 'inline-block',
    textAlign: 'end',
    fontWeight: tokens.fontWeightBold,
    fontVariantNumeric: 'tabular-nums',
    marginInlineStart: tokens.spacingHorizontalSNudge,
  },
  button: { minWidth: 'auto' },
});

interface ListChooserProps {
  /** Of the people who match the search; undefined while that is being counted. */
  readonly counts: TeammateCounts | undefined;
  readonly value: ListChoice;
  readonly onChange: (choice: ListChoice) => void;
}

/** The lists one can look at with how many each has: side by side, or as one field where there is no room. */
export function ListChooser({ counts, value, onChange }: ListChooserProps) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const formats = useFormats();
  const isWide = useIsWide();
  const numberOf = (choice: ListChoice) => {
    const count = counts === undefined ? null : countOf(counts, choice);
    return count === null ? '' : formats.number(count);
  };
  if (!isWide) {
    return (
      <Field label={t('view')}>
        <Select
          value={value}
          onChange={(_, { value: chosen }) => onChange(listChoices.find((name) => name === chosen) ?? 'all')}
        >
          {listChoices.map((choice) => (
            <option key={choice} value={choice}>
              {`${t(`list.${choice}`)} ${numberOf(choice)}`.trim()}
            </option>
          ))}
        </Select>
      </Field>
    );
  }
  return (
    <div role="group" aria-label={t('view')} className={styles.group}>
      {listChoices.map((choice) => (
        <ToggleButton
          key={choice}
          className={styles.button}
          shape="circular"
          size="small"
          checked={value === choice}
          onClick={() => onChange(choice)}
        >
          {t(`list.${choice}`)}
          <span className={styles.count}>{numberOf(choice)}</span>
        </ToggleButton>
      ))}
    </div>
  );
}
