import { Badge, Caption1, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { i18n } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '../../../../server/src/contract/signatures/signaturesFile.ts';
import { ApiProblem } from '../../../api/client/apiProblem.ts';
import { problemText } from '../../../ui/notices/problemText.ts';
import { useChangeName } from '../../../ui/changes/useChangeName.ts';

export type ImportItem = ImportReport['items'][number];

export const canBeTaken = ({ action }: ImportItem): boolean => action === 'new' || action === 'changed';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '40px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  plain: { paddingInlineStart: '36px', paddingBlock: tokens.spacingVerticalXS },
  reason: { gridColumn: '1 / -1', paddingInlineStart: '36px', color: tokens.colorNeutralForeground2 },
});

const looks = { new: 'success', changed: 'warning', same: 'subtle', refused: 'danger' } as const;

const isField = ({ kind }: ImportItem): boolean =>
  kind === 'fieldRule' || kind === 'customField' || kind === 'directoryField';

function titleOf(texts: i18n, item: ImportItem, nameOf: (path: string) => string): string {
  const { kind, name } = item;
  const known = isField(item) ? nameOf(name) : name;
  const what = texts.t(`signatures:file.kind.${kind}`);
  return known === '' ? what : `${what}: ${known}`;
}

function reasonOf(texts: i18n, { reason }: ImportItem): string {
  if (reason === null) return '';
  return problemText(texts, new ApiProblem({ code: reason.code, detail: reason.message })).text;
}

interface ImportItemsProps {
  readonly items: readonly ImportItem[];
  readonly taken: ReadonlySet<string>;
  /** Null: nothing is chosen any more. */
  readonly onToggle: ((key: string) => void) | null;
}

/** What is in a file, and what becomes of each item. */
export function ImportItems({ items, taken, onToggle }: ImportItemsProps) {
  const { t, i18n } = useTranslation('signatures');
  useTranslation(['fields', 'problems']);
  const styles = useStyles();
  const nameOf = useChangeName(items.filter(isField).map(({ name }) => name));
  return (
    <ul className={styles.list} aria-label={t('file.items')}>
      {items.map((item) => {
        const title = titleOf(i18n, item, nameOf);
        return (
          <li key={item.key} className={styles.item}>
            {onToggle !== null && canBeTaken(item) ? (
              <Checkbox label={title} checked={taken.has(item.key)} onChange={() => onToggle(item.key)} />
            ) : (
              <span className={styles.plain}>{title}</span>
            )}
            <Badge appearance="tint" color={looks[item.action]}>
              {t(`file.action.${item.action}`)}
            </Badge>
            {item.reason !== null && <Caption1 className={styles.reason}>{reasonOf(i18n, item)}</Caption1>}
          </li>
        );
      })}
    </ul>
  );
}
