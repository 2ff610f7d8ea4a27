import { Button, Spinner } from '@fluentui/react-components';
import { useRef } from 'react';

interface FileButtonProps {
  readonly text: string;
  /** Types and endings, as `<input accept>` has them. */
  readonly accept: string;
  readonly isBusy: boolean;
  readonly appearance?: 'primary' | 'secondary';
  readonly onChosen: (file: File) => void;
}

/** Asks for a file of this device. */
export function FileButton({ text, accept, isBusy, appearance = 'secondary', onChosen }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={text}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file may be chosen again after it was refused or changed.
          event.target.value = '';
          if (file) onChosen(file);
        }}
      />
      <Button
        appearance={appearance}
        disabledFocusable={isBusy}
        icon={isBusy ? <Spinner size="tiny" /> : null}
        onClick={() => input.current?.click()}
      >
        {text}
      </Button>
    </>
  );
}
