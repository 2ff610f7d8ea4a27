import { useTranslation } from 'react-i18next';
import { useProposalCount } from '../../../api/people/proposalsApi.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { RouterButton } from '../../../ui/buttons/RouterButton.tsx';

/** The way to what people filled in, while any of it waits for approval. */
export function ProposalsButton() {
  const { t } = useTranslation('teammates');
  const formats = useFormats();
  const { data: count = 0 } = useProposalCount();
  if (count === 0) return null;
  return (
    <RouterButton to="/teammates/proposals">{t('proposals', { count, formatted: formats.number(count) })}</RouterButton>
  );
}
