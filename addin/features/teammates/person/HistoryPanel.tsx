import { Button, Caption1, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunChange } from '../../../../server/src/contract/sync/sync.ts';
import { useTeammateHistory } from '../../../api/people/teammatesApi.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { ActionBadge } from '../../../ui/changes/ActionBadge.tsx';
import { FieldChanges } from '../../../ui/changes/FieldChanges.tsx';
import { useChangeName } from '../../../ui/changes/useChangeName.ts';
import { RouterLink } from '../../../ui/buttons/RouterLink.tsx';
import { LoadedPages } from '../../../ui/lists/LoadedPages.tsx';
import { VirtualList } from '../../../ui/lists/VirtualList.tsx';
import { fieldsOf, ofField } from './fieldHistory.ts';

const useStyles = makeStyles({
  entry: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  field: { maxWidth: '280px' },
  fold: { alignSelf: 'flex-start' },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

function Entry({ change }: { change: RunChange }) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const formats = useFormats();
  const [isOpen, setIsOpen] = useState(false);
  // Whoever is new comes with everything: that is one piece of news, not nineteen.
  const isLong = change.action === 'add' && change.changes.length > 3;
  return (
    <div className={styles.entry}>
      <div className={styles.head}>
        <ActionBadge action={change.action} words="action" />
        <Caption1>{formats.instant(change.at)}</Caption1>
        <Caption1>
          <RouterLink to={`/sync/runs/${change.runId}`}>{t('history.run')}</RouterLink>
        </Caption1>
      </div>
      {isLong && (
        <Button
          className={styles.fold}
          appearance="subtle"
          size="small"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('history.addedWith', { count: change.changes.length, formatted: formats.number(change.changes.length) })}
        </Button>
      )}
      {change.changes.length > 0 && (!isLong || isOpen) && (
        <FieldChanges changes={change.changes} isNew={change.action === 'add'} words="done" />
      )}
    </div>
  );
}

interface FieldChoice {
  /** A Graph attribute, or nothing for all. */
  readonly field: string;
  readonly onField: (field: string) => void;
}

interface EntriesProps extends FieldChoice {
  readonly entries: readonly RunChange[];
  readonly more: ReturnType<typeof useTeammateHistory>;
}

function Entries({ entries, more, field, onField }: EntriesProps) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const fields = useMemo(
    () => [...new Set([...fieldsOf(entries), ...(field === '' ? [] : [field])])],
    [entries, field],
  );
  const nameOf = useChangeName(fields);
  const shown = useMemo(() => (field === '' ? entries : ofField(entries, field)), [entries, field]);
  return (
    <>
      {(fields.length > 1 || field !== '') && (
        <Field label={t('history.field')} className={styles.field}>
          <Select value={field} onChange={(_, { value }) => onField(value)}>
            <option value="">{t('history.allFields')}</option>
            {fields.map((name) => (
              <option key={name} value={name}>
                {nameOf(name)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {shown.length === 0 && !more.hasNextPage && <p className={styles.text}>{t('history.noneOfField')}</p>}
      <VirtualList
        label={t('history.list')}
        items={shown}
        keyOf={({ runId, at, action }) => `${runId} ${at} ${action}`}
        rowHeight={110}
        more={more}
        render={(change) => <Entry change={change} />}
      />
    </>
  );
}

/** Everything that ever changed about one person, newest first, whole or for one field. */
export function HistoryPanel({ id, ...choice }: { id: string } & FieldChoice) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const history = useTeammateHistory(id);
  return (
    <>
      <LoadedPages query={history} rows={3} empty={<p className={styles.text}>{t('history.none')}</p>}>
        {(entries) => <Entries entries={entries} more={history} {...choice} />}
      </LoadedPages>
      <span>
        <RouterLink to={`/audit?subject=${id}`}>{t('history.audit')}</RouterLink>
      </span>
    </>
  );
}
