import { useTranslation } from 'react-i18next';
import type { AssignmentOutcome } from '../../../server/src/contract/signatures/assignments.ts';
import { useSignatures } from '../../api/signatures/signatureListApi.ts';
import { ChoiceField } from '../../ui/inputs/ChoiceField.tsx';

interface OutcomeFieldProps {
  readonly label: string;
  readonly outcome: AssignmentOutcome;
  readonly disabled?: boolean;
  readonly onChange: (outcome: AssignmentOutcome) => void;
}

/** What somebody gets: a signature, the built-in design, or nothing. */
export function OutcomeField({ label, outcome, disabled = false, onChange }: OutcomeFieldProps) {
  const { t } = useTranslation('assignments');
  const items = useSignatures().data?.items ?? [];
  const value = outcome.kind === 'signature' ? outcome.signatureId : outcome.kind;
  const isKnown = outcome.kind !== 'signature' || items.some(({ id }) => id === outcome.signatureId);
  return (
    <ChoiceField
      label={label}
      value={value}
      disabled={disabled}
      choices={[
        ...items.map(({ id, name, state }) => ({
          value: id,
          text: state === 'draft' ? t('outcome.unpublished', { name }) : name,
        })),
        ...(isKnown ? [] : [{ value, text: t('outcome.gone') }]),
        { value: 'builtIn', text: t('outcome.builtIn') },
        { value: 'none', text: t('outcome.none') },
      ]}
      onChange={(next) =>
        onChange(next === 'builtIn' || next === 'none' ? { kind: next } : { kind: 'signature', signatureId: next })
      }
    />
  );
}
