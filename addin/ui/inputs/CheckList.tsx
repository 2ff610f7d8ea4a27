import { Checkbox, Field, FieldContextProvider, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({ list: { display: 'flex', flexDirection: 'column' } });

interface CheckListProps<T extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: T; readonly text: string }[];
  readonly chosen: readonly T[];
  /** What to say while it is not right. */
  readonly problem: string | null;
  readonly hint?: string;
  readonly disabled?: boolean;
  readonly size?: 'small' | 'medium';
  readonly onChange: (chosen: readonly T[]) => void;
}

/** Some of a few. */
export function CheckList<T extends string>(props: CheckListProps<T>) {
  const { label, choices, chosen, problem, hint = null, disabled = false, size = 'medium', onChange } = props;
  const styles = useStyles();
  return (
    <Field label={label} size={size} hint={hint} validationMessage={problem}>
      <div role="group" aria-label={label} className={styles.list}>
        {/* Or each would take the id of the field, and a click on any of their words would change the first. */}
        <FieldContextProvider value={undefined}>
          {choices.map(({ value, text }) => (
            <Checkbox
              key={value}
              label={text}
              disabled={disabled}
              checked={chosen.includes(value)}
              onChange={(_event, { checked }) =>
                onChange(checked === true ? [...chosen, value] : chosen.filter((one) => one !== value))
              }
            />
          ))}
        </FieldContextProvider>
      </div>
    </Field>
  );
}
