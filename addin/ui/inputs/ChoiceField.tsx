import { Field, Select } from '@fluentui/react-components';

interface ChoiceFieldProps<T extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly text: string }[];
  readonly disabled?: boolean;
  readonly onChange: (value: T) => void;
}

/** One of a few. */
export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>) {
  const { label, hint, value, choices, disabled = false, onChange } = props;
  return (
    <Field label={label} size="small" {...(hint === undefined ? {} : { hint })}>
      <Select
        value={value}
        style={{ minWidth: 0 }}
        select={{ style: { minWidth: 0, textOverflow: 'ellipsis' } }}
        disabled={disabled}
        onChange={(_event, data) => {
          const choice = choices.find((candidate) => candidate.value === data.value);
          if (choice) onChange(choice.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </Select>
    </Field>
  );
}
