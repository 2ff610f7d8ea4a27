import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldValue, Teammate } from '../../../../server/src/contract/teammates.ts';
import { ApiProblem } from '../../../api/apiProblem.ts';
import { useSetOverrides } from '../../../api/teammatesApi.ts';
import { fieldName } from '../../../ui/fieldName.ts';
import { problemText } from '../../../ui/problemText.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, maxWidth: '420px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  text: { width: '100%', minWidth: 0 },
});

const inputTypes = { text: 'text', phone: 'tel', mail: 'email', url: 'url', date: 'date' } as const;

interface FieldEditorProps {
  readonly teammate: Teammate;
  readonly field: FieldValue;
  readonly onDone: () => void;
}

/** One value in place of the directory's, or back to it. Escape leaves everything as it was. */
export function FieldEditor({ teammate, field, onDone }: FieldEditorProps) {
  const { t, i18n } = useTranslation('teammates');
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [value, setValue] = useState(field.override || field.directory);
  const save = useSetOverrides(teammate);
  useEffect(() => input.current?.select(), []);
  const send = (next: string | null) => save.mutate({ [field.key]: next }, { onSuccess: onDone });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (value.trim() === field.override && field.override !== '') onDone();
    else send(value);
  };
  const complaint =
    save.error instanceof ApiProblem && save.error.errors[0]?.code !== undefined
      ? problemText(i18n, new ApiProblem({ code: save.error.errors[0].code, detail: save.error.errors[0].message }))
          .text
      : save.error
        ? problemText(i18n, save.error).text
        : null;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field
        label={t('override.label', { field: fieldName(i18n, field.key, field.labels) })}
        hint={t('override.hint', { value: field.directory === '' ? t('detail.empty') : field.directory })}
        {...(complaint === null ? {} : { validationMessage: complaint, validationState: 'error' as const })}
      >
        <Input
          input={{ ref: input, className: styles.text }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onDone();
          }}
          type={inputTypes[field.kind ?? 'text']}
          value={value}
          maxLength={1000}
          autoComplete="off"
          onChange={(_, data) => setValue(data.value)}
        />
      </Field>
      <div className={styles.actions}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={save.isPending}>
          {t('override.save')}
        </Button>
        {field.override !== '' && (
          <Button size="small" onClick={() => send(null)} disabledFocusable={save.isPending}>
            {t('override.reset')}
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={onDone}>
          {t('override.cancel')}
        </Button>
      </div>
    </form>
  );
}
