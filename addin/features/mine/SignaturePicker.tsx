import { useTranslation } from 'react-i18next';
import type { ChoosableSignature } from '../../../server/src/contract/signatures/me.ts';
import { useChoosable, useMailWritten } from '../../api/signatures/choosableApi.ts';
import type { ChosenByHand } from '../../api/signatures/mySignatureApi.ts';
import { ChoiceField } from '../../ui/inputs/ChoiceField.tsx';

/** A value that no id of a signature has. */
const byItself = 'automatic';

interface SignaturePickerProps {
  /** Null: what comes by itself. */
  readonly chosen: ChosenByHand | null;
  readonly onChoose: (chosen: ChosenByHand | null) => void;
}

/** Which signature goes into the mail beside the pane, where there is more than one to choose from. */
export function SignaturePicker({ chosen, onChoose }: SignaturePickerProps) {
  const { t } = useTranslation('compose');
  const mail = useMailWritten().data;
  const items = useChoosable(mail).data?.items ?? [];
  if (mail === undefined || items.length < 2) return null;
  const nameOf = ({ kind, name }: ChoosableSignature) => (kind === 'signature' ? (name ?? '') : t(`choose.${kind}`));
  return (
    <ChoiceField
      label={t('choose.label')}
      hint={t('choose.hint')}
      value={chosen?.signature ?? byItself}
      choices={items.map((item) => ({
        value: item.isAutomatic ? byItself : (item.id ?? byItself),
        text: item.isAutomatic ? t('choose.automatic', { name: nameOf(item) }) : nameOf(item),
      }))}
      onChange={(signature) => onChoose(signature === byItself ? null : { signature, ...mail })}
    />
  );
}
