import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useSavedSelection } from '../../../api/people/selectionApi.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { ConflictNotice } from '../../../ui/notices/ConflictNotice.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { RouterButton } from '../../../ui/buttons/RouterButton.tsx';
import type { SelectionDraft } from '../selectionDraft.ts';
import { namesOf, removePicks } from '../selectionEdits.ts';
import { isCode, type SelectionActions } from '../useSelectionActions.ts';

interface SelectionProblemProps {
  readonly draft: SelectionDraft;
  readonly actions: SelectionActions;
}

/** Somebody else saved meanwhile: theirs or ours, but never one lost unseen. */
function Conflict({ draft, actions }: SelectionProblemProps) {
  const { t } = useTranslation('select');
  const saved = useSavedSelection();
  const reload = async () => {
    const { data } = await saved.refetch();
    if (data) actions.discard();
  };
  const keep = async () => {
    const { data } = await saved.refetch();
    if (!data) return;
    draft.rebase(data.revision);
    actions.forgetProblem();
  };
  return <ConflictNotice title={t('conflict.title')} onReload={() => void reload()} onKeep={() => void keep()} />;
}

/** Picks that are gone from the directory, and a way to drop them. */
function UnknownIds({ draft, actions, ids }: SelectionProblemProps & { ids: readonly string[] }) {
  const { t } = useTranslation('select');
  const formats = useFormats();
  const remove = () => {
    draft.change((now) => removePicks(now, ids));
    actions.forgetProblem();
  };
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{t('unknown.title')}</MessageBarTitle>
        {t('unknown.text', { names: formats.list(namesOf(draft.selection, ids)) })}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={remove}>{t('unknown.remove')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** Why saving or previewing did not work, with the way out that fits. */
export function SelectionProblem({ draft, actions }: SelectionProblemProps) {
  const { t } = useTranslation('select');
  const { problem } = actions;
  if (problem === null || problem === undefined) return null;
  if (isCode(problem, 'selection-changed')) return <Conflict draft={draft} actions={actions} />;
  if (isCode(problem, 'unknown-ids') && Array.isArray(problem.values['ids'])) {
    return <UnknownIds draft={draft} actions={actions} ids={problem.values['ids']} />;
  }
  if (isCode(problem, 'run-in-progress') && typeof problem.values['runId'] === 'string') {
    return (
      <ProblemNotice error={problem}>
        <RouterButton to={`/sync/runs/${problem.values['runId']}`}>{t('runBusy')}</RouterButton>
      </ProblemNotice>
    );
  }
  return <ProblemNotice error={problem} />;
}
