import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignatureSummary } from '../../../../server/src/contract/signatures/signatureList.ts';
import { ApiProblem } from '../../../api/client/apiProblem.ts';
import { useMayDesign } from '../../../api/client/useMayDesign.ts';
import {
  useDeleteSignature,
  useDuplicateSignature,
  useRenameSignature,
  useUndeleteSignature,
} from '../../../api/signatures/signaturesApi.ts';
import { useSignatures } from '../../../api/signatures/signatureListApi.ts';
import { EmptyState } from '../../../ui/page/EmptyState.tsx';
import { Loaded } from '../../../ui/page/Loaded.tsx';
import { Page } from '../../../ui/page/Page.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { RouterButton } from '../../../ui/buttons/RouterButton.tsx';
import { useCardStyles } from '../shared/cardStyles.ts';
import { SignatureRegular } from '../signatureIcons.ts';
import { DeletedSignatures } from './DeletedSignatures.tsx';
import { NewMenu } from './NewMenu.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import { SignatureCard } from './SignatureCard.tsx';

/** Whatever can be done with a card, and what came of it. */
function useCards() {
  const [renaming, setRenaming] = useState<SignatureSummary | null>(null);
  const [deleted, setDeleted] = useState<SignatureSummary | null>(null);
  const rename = useRenameSignature();
  const duplicate = useDuplicateSignature();
  const remove = useDeleteSignature();
  const undelete = useUndeleteSignature();
  const all = [rename, duplicate, remove, undelete];
  /** What failed before is no news any more once something else is tried. */
  const begin = () => all.forEach((mutation) => mutation.reset());
  return {
    renaming,
    deleted,
    problem: all.find((mutation) => mutation.isError)?.error ?? null,
    closeRename: () => setRenaming(null),
    rename: (name: string) => {
      begin();
      if (renaming) rename.mutate({ id: renaming.id, name });
    },
    undo: () => {
      begin();
      if (deleted) undelete.mutate(deleted.id, { onSuccess: () => setDeleted(null) });
    },
    actions: {
      onRename: setRenaming,
      onDuplicate: ({ id }: SignatureSummary) => {
        begin();
        duplicate.mutate(id);
      },
      onDelete: (signature: SignatureSummary) => {
        begin();
        remove.mutate(signature.id, { onSuccess: () => setDeleted(signature) });
      },
    },
  };
}

function Deleted({ name, onUndo }: { name: string; onUndo: () => void }) {
  const { t } = useTranslation('signatures');
  return (
    <MessageBar intent="info" layout="multiline" role="status">
      <MessageBarBody>{t('list.deleted', { name })}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={onUndo}>{t('list.undo')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** What did not work; rules that name a signature are changed on a page of their own. */
function Problem({ error }: { error: Error | null }) {
  const { t } = useTranslation('signatures');
  if (error === null) return null;
  const isInUse = error instanceof ApiProblem && error.code === 'signature-in-use';
  return (
    <ProblemNotice error={error}>
      {isInUse ? <RouterButton to="/assignments">{t('who.change')}</RouterButton> : undefined}
    </ProblemNotice>
  );
}

function Cards({ items }: { items: readonly SignatureSummary[] }) {
  const { t } = useTranslation('signatures');
  const mayDesign = useMayDesign();
  const styles = useCardStyles();
  const cards = useCards();
  // Whoever brought it back below, or in another window, has nothing left to undo.
  const deleted = items.some(({ id }) => id === cards.deleted?.id) ? null : cards.deleted;
  return (
    <>
      <Problem error={cards.problem} />
      {deleted && <Deleted name={deleted.name} onUndo={cards.undo} />}
      {items.length === 0 ? (
        <EmptyState
          icon={<SignatureRegular />}
          title={t('empty.title')}
          text={t(mayDesign ? 'empty.text' : 'empty.readOnly')}
          action={mayDesign && <NewMenu />}
        />
      ) : (
        <ul className={styles.grid} aria-label={t('title')}>
          {items.map((signature) => (
            <SignatureCard key={signature.id} signature={signature} actions={cards.actions} />
          ))}
        </ul>
      )}
      {cards.renaming && (
        <RenameDialog name={cards.renaming.name} onRename={cards.rename} onClose={cards.closeRename} />
      )}
    </>
  );
}

/** Every signature of the tenant, as it looks. */
export function SignaturesPage() {
  const { t } = useTranslation('signatures');
  const list = useSignatures();
  const mayDesign = useMayDesign();
  const hasSome = (list.data?.items.length ?? 0) > 0;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <RouterButton to="/signatures/file">{t('file.title')}</RouterButton>
          {mayDesign && hasSome && <NewMenu />}
        </>
      }
    >
      <Loaded query={list}>{(data) => <Cards items={data.items} />}</Loaded>
      <DeletedSignatures />
    </Page>
  );
}
