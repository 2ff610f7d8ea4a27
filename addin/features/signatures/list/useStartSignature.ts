import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SignatureDesign } from '../../../../server/src/contract/signatures/signatures.ts';
import { useBrand } from '../../../api/signatures/brandApi.ts';
import { useSignatures } from '../../../api/signatures/signatureListApi.ts';
import { useCreateSignature } from '../../../api/signatures/signaturesApi.ts';
import { newPieceId } from '../editor/model/pieces/freshCopy.ts';
import { emptyMail } from '../editor/model/pieces/newPieces.ts';
import { freeName } from './freeName.ts';

const plain = {
  colors: { accent: '#0f6cbd', text: '#242424', muted: '#616161' },
  fontFamily: 'Segoe UI, Arial, sans-serif',
};

/** Makes a signature and opens it in the editor. */
export function useStartSignature() {
  const { t } = useTranslation('signatures');
  const navigate = useNavigate();
  const creating = useCreateSignature();
  const { data: list } = useSignatures();
  const { data: saved } = useBrand();
  const start = (name: string, design: SignatureDesign): void => {
    const names = list?.items.map((item) => item.name) ?? [];
    creating.mutate(
      { name: freeName(name, names), design },
      { onSuccess: ({ id }) => void navigate(`/signatures/${id}/edit`) },
    );
  };
  const startEmpty = (): void =>
    start(t('new.name'), {
      newMail: emptyMail(saved?.brand ?? plain, newPieceId),
      reply: { kind: 'sameAsNew' },
      forward: { kind: 'sameAsReply' },
      images: 'hosted',
    });
  return { start, startEmpty, isStarting: creating.isPending, problem: creating.error };
}
