import { mergeClasses } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompositionPart } from '../../../../../server/src/contract/signatures/composition.ts';
import { useFieldCatalogue } from '../../../../ui/fields/useFieldCatalogue.ts';
import { useEditor } from '../EditorContext.tsx';
import { useLineStyles } from './lineStyles.ts';
import { chipText } from './partText.ts';

type TextPart = Extract<CompositionPart, { kind: 'text' }>;

interface PartProps<T extends CompositionPart> {
  readonly part: T;
  readonly at: number;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

interface TextPartProps extends PartProps<TextPart> {
  readonly isRoom: boolean;
  readonly onType: (text: string, caret: number) => void;
  readonly onBlur: () => void;
}

/** Words in a line, typed where they stand. */
export function LineText({ part, at, isRoom, onFocus, onKeyDown, onType, onBlur }: TextPartProps) {
  const { t } = useTranslation('editor');
  const styles = useLineStyles();
  const { isReadOnly } = useEditor();
  const words = part.text.default;
  return (
    <input
      data-part={at}
      aria-label={t('line.text')}
      className={styles.text}
      style={{ width: `${Math.max(isRoom ? 6 : 1, words.length)}ch` }}
      value={words}
      maxLength={2000}
      readOnly={isReadOnly}
      onFocus={onFocus}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
      onChange={(event) => onType(event.target.value, event.target.selectionStart ?? 0)}
    />
  );
}

interface ChipProps extends PartProps<Exclude<CompositionPart, TextPart>> {
  readonly isActive: boolean;
}

/** Anything in a line but words. A field that is blank for the person shown has a dashed edge. */
export function LineChip({ part, at, isActive, onFocus, onKeyDown }: ChipProps) {
  const { t } = useTranslation('editor');
  const { labelOf } = useFieldCatalogue();
  const styles = useLineStyles();
  const { values } = useEditor();
  const isField = part.kind === 'field';
  const value = isField ? (values.get(part.field) ?? '') : '';
  const isBlank = isField && values.size > 0 && value === '';
  return (
    <button
      type="button"
      data-part={at}
      aria-pressed={isActive}
      aria-label={t(`line.chip.${part.kind}`, { text: chipText(part, labelOf) })}
      title={isBlank ? t('line.blank') : value}
      className={mergeClasses(
        styles.chip,
        !isField && styles.quiet,
        isBlank && styles.blank,
        isActive && styles.active,
      )}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      {chipText(part, labelOf)}
    </button>
  );
}
