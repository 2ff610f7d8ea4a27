import { Button, Toolbar, ToggleButton, Tooltip, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompositionPart } from '../../../../../server/src/contract/signatures/composition.ts';
import {
  BracesRegular,
  LinkRegular,
  TextBoldRegular,
  TextItalicRegular,
  TextUnderlineRegular,
} from '../../signatureIcons.ts';
import { withCommandKey } from '../withCommandKey.ts';
import { useEditor } from '../EditorContext.tsx';
import type { StyleName } from '../line/lineCommands.ts';
import { siteOf } from '../model/pieces/newPieces.ts';

const useStyles = makeStyles({
  root: { flexWrap: 'wrap', padding: 0, gap: '2px' },
  gap: { width: tokens.spacingHorizontalS },
});

const looks: readonly (readonly [StyleName, ReactElement, string])[] = [
  ['bold', <TextBoldRegular />, 'Ctrl+B'],
  ['italic', <TextItalicRegular />, 'Ctrl+I'],
  ['underline', <TextUnderlineRegular />, 'Ctrl+U'],
];

const addable = ['link', 'label', 'separator', 'break'] as const;

/** What can be put into a line besides words and fields, as it begins. */
function useBeginnings(): Readonly<Record<(typeof addable)[number], CompositionPart>> {
  const { t } = useTranslation('editor');
  const { brand } = useEditor();
  return {
    label: { kind: 'label', text: { default: t('line.begin.label') } },
    separator: { kind: 'separator', text: ' | ' },
    link: {
      kind: 'link',
      text: { default: t('line.begin.link') },
      href: siteOf(brand),
    },
    break: { kind: 'break' },
  };
}

/** What can be done in the line that is written in. A click here leaves the keyboard where it is. */
export function LineToolbar({ onAskField }: { onAskField: (id: string) => void }) {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  const { caret, selectedId, lineRef, isReadOnly } = useEditor();
  const begin = useBeginnings();
  const isOff = isReadOnly || caret === null || caret.blockId !== selectedId;
  const stay = { onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault() };
  return (
    <Toolbar aria-label={t('canvas.toolbar')} size="small" className={styles.root}>
      {looks.map(([name, icon, keys]) => (
        <Tooltip key={name} content={`${t(`style.${name}`)} (${withCommandKey(keys)})`} relationship="label">
          <ToggleButton
            {...stay}
            appearance="subtle"
            size="small"
            icon={icon}
            checked={!isOff && caret.styled.includes(name)}
            disabledFocusable={isOff}
            onClick={() => lineRef.current?.toggle(name)}
          />
        </Tooltip>
      ))}
      <Button
        {...stay}
        appearance="subtle"
        size="small"
        icon={<BracesRegular />}
        disabledFocusable={isOff}
        onClick={() => caret && onAskField(caret.blockId)}
      >
        {t('line.kind.field')}
      </Button>
      {addable.map((kind) => (
        <Button
          key={kind}
          {...stay}
          appearance="subtle"
          size="small"
          {...(kind === 'link' ? { icon: <LinkRegular /> } : {})}
          disabledFocusable={isOff}
          onClick={() => lineRef.current?.put(begin[kind])}
        >
          {t(`line.kind.${kind}`)}
        </Button>
      ))}
    </Toolbar>
  );
}
