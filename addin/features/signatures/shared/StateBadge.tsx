import { Badge } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { SignatureSummary } from '../../../../server/src/contract/signatures/signatureList.ts';

const looks = {
  draft: { color: 'informative', appearance: 'tint' },
  published: { color: 'success', appearance: 'tint' },
  changed: { color: 'warning', appearance: 'tint' },
} as const;

/** Whether people get it, and whether they get what the draft says. */
export function StateBadge({ state }: { state: SignatureSummary['state'] }) {
  const { t } = useTranslation('signatures');
  return <Badge {...looks[state]}>{t(`state.${state}`)}</Badge>;
}
