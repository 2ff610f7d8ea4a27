import { Button, Field, Input, Tag, TagGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { ReadDomains } from './readDomains.ts';
import { useTypedDomains } from './useTypedDomains.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, maxWidth: '420px' },
  line: { display: 'flex', gap: tokens.spacingHorizontalS },
  input: { flexGrow: 1, minWidth: 0 },
  text: { width: '100%', minWidth: 0 },
  tags: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  item: { maxWidth: '100%', minWidth: 0 },
  // A name without a space to break at can be as long as 253 signs.
  tag: { maxWidth: '100%', height: 'auto', minHeight: '32px' },
  name: { whiteSpace: 'normal', overflowWrap: 'anywhere', minWidth: 0, textAlign: 'start' },
});

interface DomainsFieldProps {
  readonly label: string;
  readonly hint: string;
  /** Reads one domain, as the API does; and what to say of what is none. */
  readonly schema: z.ZodType<string>;
  readonly bad: string;
  readonly domains: readonly string[];
  /** `adding`: those that are there can still be taken away. */
  readonly disabled?: boolean | 'adding';
  readonly onChange: (domains: string[]) => void;
  /** Told whether what stands in the field can be saved, for who saves nothing else than what is seen. */
  readonly onRight?: (isRight: boolean) => void;
}

/**
 * Domains as tags; one or several at a time, checked as the API checks them. What stands in the field counts at once, also
 * where nobody adds it before saving.
 */
export function DomainsField(props: DomainsFieldProps) {
  const { label, hint, bad, disabled = false, onChange } = props;
  const { t } = useTranslation('inputs');
  const styles = useStyles();
  const { text, error, added, type, add, leave } = useTypedDomains(props);
  const wrong = (what: NonNullable<ReadDomains['error']>) => (what === 'bad' ? bad : t(`domains.${what}`));
  return (
    <div className={styles.root}>
      <Field
        label={label}
        hint={hint}
        {...(error === null ? {} : { validationMessage: wrong(error), validationState: 'error' as const })}
      >
        {(field) => (
          <div className={styles.line}>
            <Input
              {...field}
              className={styles.input}
              input={{ className: styles.text }}
              value={text}
              placeholder="example.com"
              autoComplete="off"
              disabled={disabled !== false}
              onChange={(_, { value }) => type(value)}
              onBlur={leave}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ',') return;
                event.preventDefault();
                add();
              }}
            />
            <Button disabled={disabled !== false} onClick={add}>
              {t('domains.add')}
            </Button>
          </div>
        )}
      </Field>
      {added.length > 0 && (
        <TagGroup
          className={styles.tags}
          role="list"
          aria-label={label}
          onDismiss={(_, { value }) => onChange(props.domains.filter((domain) => domain !== value))}
        >
          {added.map((domain) => (
            <span role="listitem" key={domain} className={styles.item}>
              <Tag
                className={styles.tag}
                value={domain}
                dismissible={disabled !== true}
                dismissIcon={{ 'aria-label': t('domains.remove') }}
                primaryText={{ className: styles.name }}
              >
                {domain}
              </Tag>
            </span>
          ))}
        </TagGroup>
      )}
    </div>
  );
}
