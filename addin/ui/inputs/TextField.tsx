import { Field, Input, Textarea } from '@fluentui/react-components';
import type { z } from 'zod';
import { useTyped } from './useTyped.ts';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onRight?: (isRight: boolean) => void;
  /** What the text must be, and what to say where it is not. Left out: anything. */
  readonly schema?: z.ZodType<string>;
  readonly wrong?: string;
  readonly hint?: string;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly type?: 'text' | 'url' | 'date';
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly list?: string;
}

/** A text; where it must be something, it is handed on once it is. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, schema, wrong = '', hint, rows, maxLength, type = 'text' } = props;
  const { placeholder, disabled = false, list, onRight } = props;
  const typed = useTyped<string>({
    value,
    show: (shown) => shown,
    read: (text) => (schema === undefined ? text : schema.safeParse(text.trim()).data),
    onChange,
    onRight,
  });
  const shared = { value: typed.text, disabled, placeholder, maxLength, style: { minWidth: 0 } };
  return (
    <Field label={label} size="small" hint={hint ?? null} validationMessage={typed.isRight ? null : wrong}>
      {rows === undefined ? (
        <Input {...shared} type={type} list={list} onChange={(_event, data) => typed.type(data.value)} />
      ) : (
        <Textarea {...shared} rows={rows} resize="vertical" onChange={(_event, data) => typed.type(data.value)} />
      )}
    </Field>
  );
}
