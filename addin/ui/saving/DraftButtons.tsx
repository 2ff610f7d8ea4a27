import { Button } from '@fluentui/react-components';
import type { SavedDraft } from './useSavedDraft.ts';

interface DraftButtonsProps {
  readonly editor: Pick<SavedDraft<unknown>, 'isValid' | 'isSaving' | 'save' | 'discard'>;
  readonly discard: string;
  readonly save: string;
  readonly size?: 'small' | 'medium';
}

/** For while something on a page was changed: away with it, or save it. */
export function DraftButtons({ editor, discard, save, size = 'medium' }: DraftButtonsProps) {
  return (
    <>
      <Button size={size} appearance="subtle" onClick={editor.discard}>
        {discard}
      </Button>
      <Button
        size={size}
        appearance="primary"
        disabledFocusable={editor.isSaving || !editor.isValid}
        onClick={editor.save}
      >
        {save}
      </Button>
    </>
  );
}
