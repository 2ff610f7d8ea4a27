import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { webAddress } from '../../../../../server/src/contract/signatures/composition.ts';
import { TextField } from '../../../../ui/inputs/TextField.tsx';
import { useEditor } from '../EditorContext.tsx';

const addressOrNothing = z.union([z.literal(''), webAddress]);

interface PossibleAddressProps {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** Where a picture leads, or nowhere. */
export function PossibleAddress({ value, onChange }: PossibleAddressProps) {
  const { t } = useTranslation('editor');
  const { isReadOnly } = useEditor();
  return (
    <TextField
      label={t('image.href')}
      value={value ?? ''}
      placeholder="https://"
      schema={addressOrNothing}
      wrong={t('image.hrefWrong')}
      disabled={isReadOnly}
      onChange={(text) => onChange(text === '' ? null : text)}
    />
  );
}
