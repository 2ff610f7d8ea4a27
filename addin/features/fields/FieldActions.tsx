import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/client/apiProblem.ts';
import { useRemoveSmartField } from '../../api/signatures/smartFieldsApi.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { ConfirmDialog } from '../../ui/dialogs/ConfirmDialog.tsx';
import { fieldName } from '../../ui/changes/fieldName.ts';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { FieldDialog } from './FieldDialog.tsx';
import { dropField, renameField, type ShownField } from './fieldEdits.ts';
import type { FieldsEditor } from './useFieldsEditor.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface FieldActionsProps {
  readonly field: ShownField;
  readonly editor: FieldsEditor;
  readonly revision: number;
}

const wordsOf = {
  custom: { remove: 'custom.remove', title: 'custom.removeTitle' },
  directory: { remove: 'directory.release', title: 'directory.releaseTitle' },
} as const;

const countIn = (problem: unknown): number | null => {
  if (!(problem instanceof ApiProblem) || problem.code !== 'field-values-changed') return null;
  const { count } = problem.values;
  return typeof count === 'number' ? count : Number(count);
};

/** Removes it at the server with its values, and from what is being changed here, which goes on over the newer revision. */
function useRemoval({ field, editor, revision }: FieldActionsProps) {
  const removing = useRemoveSmartField();
  // More have one than were counted at first, such as people who are switched off: then the server says how many.
  const values = countIn(removing.error) ?? field.filled;
  const remove = () =>
    removing.mutate(
      { field, revision, values },
      {
        onSuccess: () => {
          if (!editor.isDirty) return editor.discard();
          editor.change((draft) => dropField(draft, field.key));
          return void editor.keepMine();
        },
      },
    );
  return { values, remove, problem: removing.error };
}

/** Another name for a field that the tenant named, or its end with every value of it. */
export function FieldActions(props: FieldActionsProps) {
  const { field, editor } = props;
  const { t, i18n } = useTranslation('smartFields');
  const { number } = useFormats();
  const styles = useStyles();
  const [isRenaming, setIsRenaming] = useState(false);
  const { values, remove, problem } = useRemoval(props);
  const { labels, type, isNew } = field;
  const words = wordsOf[field.kind === 'directory' ? 'directory' : 'custom'];
  if (labels === null) return null;
  const name = fieldName(i18n, field.key, labels);
  return (
    <>
      {problem !== null && <ProblemNotice error={problem} />}
      <div className={styles.buttons}>
        <Button size="small" onClick={() => setIsRenaming(true)}>
          {t('custom.rename')}
        </Button>
        {isNew ? (
          <Button size="small" onClick={() => editor.change((draft) => dropField(draft, field.key))}>
            {t(words.remove)}
          </Button>
        ) : (
          <ConfirmDialog
            trigger={<Button size="small">{t(words.remove)}</Button>}
            title={t(words.title, { name })}
            text={
              values === 0
                ? t('custom.removeNone')
                : t('custom.removeText', { count: values, formatted: number(values) })
            }
            confirm={t('custom.removeConfirm')}
            cancel={t('common:cancel')}
            onConfirm={remove}
            isDangerous
          />
        )}
      </div>
      {isRenaming && (
        <FieldDialog
          title={t('custom.rename')}
          action={t('custom.renameAction')}
          field={{ labels, type }}
          onDone={(next) => editor.change((draft) => renameField(draft, field.key, next.labels))}
          onClose={() => setIsRenaming(false)}
        />
      )}
    </>
  );
}
