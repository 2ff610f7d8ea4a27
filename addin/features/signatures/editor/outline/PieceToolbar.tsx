import { Button, Toolbar, Tooltip } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ArrowDownRegular,
  ArrowUpRegular,
  CopyRegular,
  DeleteRegular,
  TextIndentDecreaseRegular,
  TextIndentIncreaseRegular,
} from '../../signatureIcons.ts';
import { useEditor } from '../EditorContext.tsx';
import { usePieceActions } from '../usePieceActions.ts';

const names = ['up', 'down', 'into', 'out', 'duplicate', 'remove'] as const;

const icons: Readonly<Record<(typeof names)[number], ReactElement>> = {
  up: <ArrowUpRegular />,
  down: <ArrowDownRegular />,
  into: <TextIndentIncreaseRegular />,
  out: <TextIndentDecreaseRegular />,
  duplicate: <CopyRegular />,
  remove: <DeleteRegular />,
};

/** What can be done with the piece that is selected. */
export function PieceToolbar() {
  const { t } = useTranslation('editor');
  const { selectedId } = useEditor();
  const actions = usePieceActions();
  return (
    <Toolbar aria-label={t('outline.toolbar')} size="small" style={{ flexWrap: 'wrap', padding: 0 }}>
      {names.map((name) => (
        <Tooltip key={name} content={t(`outline.${name}`)} relationship="label">
          <Button
            appearance="subtle"
            size="small"
            icon={icons[name]}
            disabledFocusable={selectedId === null}
            onClick={() => {
              if (selectedId !== null) actions[name](selectedId);
            }}
          />
        </Tooltip>
      ))}
    </Toolbar>
  );
}
