import { Button, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignatureCondition } from '../../../../../server/src/contract/signatures/composition.ts';
import { ConditionEditor } from '../../../../ui/condition/ConditionEditor.tsx';
import { useFieldCatalogue } from '../../../../ui/fields/useFieldCatalogue.ts';
import { useEditor } from '../EditorContext.tsx';
import { changeRow, replaceBlock } from '../model/pieces/editPiece.ts';
import { findPiece, type Placed } from '../model/pieces/outlineOf.ts';
import { pieceText } from '../outline/pieceText.ts';
import { BlockFields } from './BlockFields.tsx';
import { ColumnFields, RowFields } from './LayoutFields.tsx';
import { WholeFields } from './WholeFields.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: tokens.spacingHorizontalS },
  heading: { outlineStyle: 'none', margin: 0 },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
});

function Section({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.section}>
      <Subtitle2 as="h4" style={{ fontSize: 14, margin: 0 }}>
        {title}
      </Subtitle2>
      {children}
    </div>
  );
}

function PieceFields({ placed }: { placed: Placed }) {
  const { t } = useTranslation('editor');
  const { composition, edit, isReadOnly } = useEditor();
  if (!composition) return null;
  if (placed.level === 'column') return <ColumnFields column={placed.piece} />;
  const conditionMark = `${placed.id}-condition`;
  const setCondition = (condition: SignatureCondition | null) =>
    edit(
      placed.level === 'row'
        ? changeRow(composition, placed.id, { condition })
        : replaceBlock(composition, { ...placed.piece, condition }),
      conditionMark,
    );
  return (
    <>
      {placed.level === 'row' ? (
        <RowFields row={placed.piece} />
      ) : (
        <BlockFields
          block={placed.piece}
          onChange={(block, mark) =>
            edit(replaceBlock(composition, block), mark === undefined ? undefined : `${placed.id}-${mark}`)
          }
        />
      )}
      <Section title={t('condition.title')}>
        <ConditionEditor condition={placed.piece.condition} disabled={isReadOnly} onChange={setCondition} />
      </Section>
    </>
  );
}

/** Everything about what is selected; about the whole signature where nothing is. */
export function Properties() {
  const { t, i18n } = useTranslation('editor');
  const styles = useStyles();
  const { composition, selectedId, select } = useEditor();
  const { labelOf } = useFieldCatalogue();
  const placed = composition ? findPiece(composition, selectedId) : undefined;
  return (
    <div className={styles.root} data-properties>
      <div className={styles.head}>
        <Subtitle2 as="h3" tabIndex={-1} className={styles.heading}>
          {placed ? pieceText(i18n, placed, labelOf).kind : t('whole.title')}
        </Subtitle2>
        {placed && (
          <Button size="small" appearance="subtle" onClick={() => select(null)}>
            {t('whole.show')}
          </Button>
        )}
      </div>
      {placed ? <PieceFields key={placed.id} placed={placed} /> : <WholeFields />}
    </div>
  );
}
