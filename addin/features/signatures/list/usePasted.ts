import { useRef, useState } from 'react';
import type { Recognised } from '../../../../server/src/contract/signatures/signatures.ts';
import { ApiProblem } from '../../../api/client/apiProblem.ts';
import { useUploadImage } from '../../../api/signatures/imagesApi.ts';
import { useRecognise } from '../../../api/signatures/signaturesApi.ts';
import { arePicturesAlone, keepImages } from './pastedImages.ts';

/** As many characters as are sent to be looked through; pictures are kept before. */
const longestPaste = 2_000_000;

interface Pasted {
  readonly recognised: Recognised | undefined;
  readonly isBusy: boolean;
  readonly error: unknown;
  /** Looks for fields in HTML or text, with the pictures that the clipboard has beside it. */
  readonly look: (html: string, pictures?: readonly File[]) => Promise<void>;
}

/** A pasted signature with its pictures; a picture pasted afterwards goes into the first place that still lacks one. */
export function usePasted(teammateId: string | null): Pasted {
  const recognise = useRecognise();
  const upload = useUploadImage();
  const last = useRef('');
  const [isKeeping, setIsKeeping] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const kept = async (html: string, pictures: readonly File[]): Promise<string> => {
    const beside = arePicturesAlone(html) ? pictures : [];
    if (beside.length === 0 && !html.includes('data:')) return html;
    setIsKeeping(true);
    const source = { html: beside.length > 0 && last.current !== '' ? last.current : html, beside };
    const done = await keepImages(source, (file) => upload.mutateAsync(file));
    setIsKeeping(false);
    setRefused(done.problem);
    return done.html;
  };
  return {
    recognised: recognise.data,
    isBusy: isKeeping || recognise.isPending,
    error: refused ?? recognise.error,
    look: async (pasted, pictures = []) => {
      if (pasted.trim() === '' && pictures.length === 0) return;
      setRefused(null);
      const html = await kept(pasted, pictures);
      last.current = html;
      if (html.length <= longestPaste) recognise.mutate({ html, teammateId });
      else {
        recognise.reset();
        setRefused(new ApiProblem({ code: 'paste-too-long' }));
      }
    },
  };
}
