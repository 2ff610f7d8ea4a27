import { Button } from '@fluentui/react-components';
import type { UseMutationResult } from '@tanstack/react-query';
import { ArrowDownloadRegular } from '../icons.ts';
import { FileSaving } from './FileSaving.tsx';
import { saveFile } from './saveFile.ts';

interface ExportButtonProps<Wanted> {
  readonly text: string;
  readonly download: UseMutationResult<Blob, Error, Wanted>;
  readonly wanted: Wanted;
  readonly fileName: string;
}

/** Asks for a file and saves it; whoever shows the button shows what goes wrong. */
export function ExportButton<Wanted>({ text, download, wanted, fileName }: ExportButtonProps<Wanted>) {
  return (
    <FileSaving>
      <Button
        icon={<ArrowDownloadRegular />}
        disabledFocusable={download.isPending}
        onClick={() => download.mutate(wanted, { onSuccess: (file) => saveFile(file, fileName) })}
      >
        {text}
      </Button>
    </FileSaving>
  );
}
