import { Button, Field, Input, Tag, TagGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDomains } from './readDomains.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, maxWidth: '420px' },
  line: { display: 'flex', gap: tokens.spacingHorizontalS },
  input: { flexGrow: 1, minWidth: 0 },
  text: { width: '100%', minWidth: 0 },
  tags: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface DomainFieldProps {
  readonly domains: readonly string[];
  readonly onChange: (domains: string[]) => void;
}

/** Domains as tags; one or several at a time, checked as the API checks them. */
export function DomainField({ domains, onChange }: DomainFieldProps) {
  const { t } = useTranslation('select');
  const styles = useStyles();
  const [text, setText] = useState('');
  const [error, setError] = useState<'badDomain' | 'domainTwice' | null>(null);
  const add = () => {
    if (text.trim() === '') return;
    const read = readDomains(text, domains);
    setError(read.error);
    if (read.error !== null) return;
    onChange([...domains, ...read.added]);
    setText('');
  };
  return (
    <div className={styles.root}>
      <Field
        label={t('filters.domains')}
        hint={t('filters.domainsHint')}
        {...(error === null ? {} : { validationMessage: t(`filters.${error}`), validationState: 'error' as const })}
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
              onChange={(_, { value }) => {
                setText(value);
                setError(null);
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ',') return;
                event.preventDefault();
                add();
              }}
            />
            <Button onClick={add}>{t('filters.addDomain')}</Button>
          </div>
        )}
      </Field>
      {domains.length > 0 && (
        <TagGroup
          className={styles.tags}
          role="list"
          aria-label={t('filters.domains')}
          onDismiss={(_, { value }) => onChange(domains.filter((domain) => domain !== value))}
        >
          {domains.map((domain) => (
            <span role="listitem" key={domain}>
              <Tag
                value={domain}
                dismissible
                dismissIcon={{ 'aria-label': t('filters.removeDomain', { name: '' }).trim() }}
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
