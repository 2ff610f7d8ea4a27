import { MessageBar, MessageBarBody, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldPicker } from '../../../ui/fields/FieldPicker.tsx';
import { useEditor } from './EditorContext.tsx';
import { withOwn } from './model/draft/draftContent.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { problemText } from './preview/PreviewCard.tsx';
import type { Previews } from './preview/usePreviews.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  area: { fontFamily: tokens.fontFamilyMonospace, width: '100%' },
});

/** What the API takes of one piece of HTML; Outlook takes 30,000 characters of a signature. */
const longestHtml = 100_000;

/** A whole mail as HTML with Liquid in it, for those who write it themselves. */
export function HtmlEditor({ html, previews }: { html: string; previews: Previews }) {
  const { t, i18n } = useTranslation('editor');
  const { number } = useFormats();
  const styles = useStyles();
  const id = useId();
  const { draft, composeType, values, isReadOnly } = useEditor();
  const [caret, setCaret] = useState(html.length);
  const change = (next: string) =>
    draft.change(
      { ...draft.draft, design: withOwn(draft.draft.design, composeType, { kind: 'html', html: next }) },
      `html-${composeType}`,
    );
  const problem = previews.items?.find((item) => item.problem !== null)?.problem ?? null;
  return (
    <div className={styles.root}>
      <label htmlFor={id}>{t('html.label')}</label>
      <Textarea
        id={id}
        className={styles.area}
        resize="vertical"
        rows={18}
        value={html}
        disabled={isReadOnly}
        spellCheck={false}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onChange={(_event, data) => change(data.value)}
      />
      {html.length > longestHtml && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody style={{ whiteSpace: 'normal' }}>
            {t('html.tooLong', { characters: number(html.length), most: number(longestHtml) })}
          </MessageBarBody>
        </MessageBar>
      )}
      {problem && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody style={{ whiteSpace: 'normal' }}>{problemText(i18n, problem)}</MessageBarBody>
        </MessageBar>
      )}
      {!isReadOnly && (
        <FieldPicker
          label={t('html.insert')}
          value=""
          values={values}
          onPick={(path) => {
            change(`${html.slice(0, caret)}{{ ${path} }}${html.slice(caret)}`);
            document.getElementById(id)?.focus();
          }}
        />
      )}
    </div>
  );
}
