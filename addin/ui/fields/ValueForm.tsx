import { Button, Caption1, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OverrideValue } from '../../../server/src/contract/people/overrideValue.ts';
import type { FieldValue } from '../../../server/src/contract/people/teammates.ts';
import { submitting } from '../inputs/submitting.ts';
import { complaintOf } from '../notices/complaintOf.ts';
import { problemText } from '../notices/problemText.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, maxWidth: '420px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  about: { color: tokens.colorNeutralForeground2 },
  text: { width: '100%', minWidth: 0 },
});

const inputTypes = { text: 'text', phone: 'tel', mail: 'email', url: 'url', date: 'date' } as const;

interface ValueFormProps {
  /** What is asked for. */
  readonly label: string;
  readonly kind: NonNullable<FieldValue['kind']>;
  /** What was set by hand; empty: nothing. */
  readonly own: string;
  /** Whether it was left out by hand. */
  readonly isHidden: boolean;
  /** On the button that leaves it out; none: it cannot be. */
  readonly hide?: string;
  readonly directory: string;
  /** Whether nobody asked the directory. */
  readonly isOmitted?: boolean;
  /** What was asked for and waits; shown first where there is any. */
  readonly asked?: string;
  /** What happens with what is filled in, where that is not plain. */
  readonly note?: string;
  /** What else there is to say about it, below the value. */
  readonly children?: ReactNode;
  /** Whether anything else than the value was changed. */
  readonly isChanged?: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly save: string;
  /** Null goes back to the value of the directory. */
  readonly onSave: (value: OverrideValue) => void;
  readonly onDone: () => void;
}

/** The ways out of a form: save, back to the directory, leave the field out, or nothing. */
function Actions(props: ValueFormProps) {
  const { own, isHidden, hide, isChanged = false, isPending, save, onSave, onDone } = props;
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const about = useId();
  return (
    <>
      {hide !== undefined && (
        <Caption1 id={about} className={styles.about}>
          {t('override.hideHint')}
        </Caption1>
      )}
      <div className={styles.actions}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={isPending}>
          {save}
        </Button>
        {(own !== '' || isHidden) && (
          <Button size="small" onClick={() => onSave(null)} disabledFocusable={isPending}>
            {t('override.reset')}
          </Button>
        )}
        {hide !== undefined && (!isHidden || isChanged) && (
          <Button
            size="small"
            aria-describedby={about}
            onClick={() => onSave({ hidden: true })}
            disabledFocusable={isPending}
          >
            {hide}
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={onDone}>
          {t('override.cancel')}
        </Button>
      </div>
    </>
  );
}

/** One value in place of the directory's, back to it, or none at all. Escape leaves everything as it was. */
export function ValueForm(props: ValueFormProps) {
  const { label, kind, own, directory, asked = '', note, error, onSave, onDone } = props;
  const { children, isChanged = false, isOmitted = false, isPending } = props;
  const { t, i18n } = useTranslation('teammates');
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [value, setValue] = useState(asked || own || directory);
  useEffect(() => input.current?.select(), []);
  const submit = () => {
    if (value.trim() === own && own !== '' && !isChanged) onDone();
    else onSave(value);
  };
  const said = t('override.hint', { value: directory === '' ? t('detail.empty') : directory });
  const complaint = error ? problemText(i18n, complaintOf(error)).text : null;
  return (
    <form className={styles.form} onSubmit={submitting(isPending, submit)} noValidate>
      <Field
        label={label}
        hint={[isOmitted ? t('detail.source.omitted') : said, note].join(' ')}
        {...(complaint === null ? {} : { validationMessage: complaint, validationState: 'error' as const })}
      >
        <Input
          input={{ ref: input, className: styles.text }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onDone();
          }}
          type={inputTypes[kind]}
          value={value}
          maxLength={1000}
          autoComplete="off"
          onChange={(_, data) => setValue(data.value)}
        />
      </Field>
      {children}
      <Actions {...props} />
    </form>
  );
}
