import { Badge, Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { AuditEntry, AuditFilter } from '../../../server/src/contract/manage/audit.ts';
import { hideWord } from '../../../server/src/contract/people/hideWord.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { DisclosureRow, type OpenState } from '../../ui/lists/DisclosureRow.tsx';
import { FactList } from '../../ui/lists/FactList.tsx';
import { FieldChanges } from '../../ui/changes/FieldChanges.tsx';
import { actionText, subjectText } from './actionText.ts';

const color = { done: 'success', refused: 'danger', failed: 'warning' } as const;

/** What was switched on or off, and what was left out, is kept as text. */
const inWords = (value: string | null, out: string) =>
  value === 'true' || value === 'false' ? value === 'true' : value === hideWord ? out : value;
const withWords = (change: AuditEntry['changes'][number], out: string) => ({
  ...change,
  old: inWords(change.old, out),
  new: inWords(change.new, out),
});

interface AuditRowProps extends OpenState {
  readonly entry: AuditEntry;
  readonly onNarrow: (filter: AuditFilter) => void;
}

function AuditDetails({ entry, onNarrow }: Pick<AuditRowProps, 'entry' | 'onNarrow'>) {
  const { t } = useTranslation('audit');
  const formats = useFormats();
  const { person, subject } = entry;
  const people = new Map(entry.people.map(({ id, displayName }) => [id, displayName]));
  return (
    <>
      <FactList
        facts={[
          { name: t('filter.action'), value: actionText(t, entry.action) },
          { name: t('facts.person'), value: person.displayName },
          { name: t('facts.role'), value: t(`common:account.${entry.role}`) },
          { name: t('facts.at'), value: formats.instant(entry.at) },
          { name: t('facts.subject'), value: subjectText(t, entry) ?? subject?.id ?? null },
          { name: t('facts.code'), value: entry.code },
          { name: t('facts.address'), value: entry.address },
          { name: t('facts.request'), value: entry.requestId },
        ]}
      />
      {entry.changes.length > 0 && (
        <FieldChanges
          changes={entry.changes.map((change) => withWords(change, t('teammates:override.out')))}
          isNew={false}
          words="done"
          people={people}
        />
      )}
      {entry.more > 0 && <div>{t('moreChanges', { count: entry.more })}</div>}
      <div>
        <Button size="small" appearance="transparent" onClick={() => onNarrow({ personId: person.id })}>
          {t('facts.onlyPerson')}
        </Button>
        {subject && (
          <Button size="small" appearance="transparent" onClick={() => onNarrow({ subjectId: subject.id })}>
            {t('facts.onlySubject')}
          </Button>
        )}
      </div>
    </>
  );
}

/** One entry: who did what to what, and behind it the details. */
export function AuditRow({ entry, onNarrow, ...open }: AuditRowProps) {
  const { t } = useTranslation('audit');
  const formats = useFormats();
  const subject = subjectText(t, entry);
  const about = subject === null || subject === '' ? '' : `: ${subject}`;
  return (
    <DisclosureRow
      name={entry.person.displayName}
      below={`${actionText(t, entry.action)}${about} · ${formats.instant(entry.at)}`}
      badge={
        entry.outcome === 'done' ? null : (
          <Badge appearance="tint" color={color[entry.outcome]}>
            {t(`outcome.${entry.outcome}`)}
          </Badge>
        )
      }
      {...open}
    >
      <AuditDetails entry={entry} onNarrow={onNarrow} />
    </DisclosureRow>
  );
}
