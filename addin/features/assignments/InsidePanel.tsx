import { useTranslation } from 'react-i18next';
import type { Assignments } from '../../../server/src/contract/signatures/assignments.ts';
import { insideDomainSchema } from '../../../server/src/contract/signatures/insideDomain.ts';
import { DomainsField } from '../../ui/inputs/DomainsField.tsx';
import { Panel } from '../../ui/page/Panel.tsx';
import type { AssignmentsEditor } from './useAssignmentsEditor.ts';

interface InsidePanelProps extends Pick<AssignmentsEditor, 'change'> {
  readonly assignments: Assignments;
  readonly isReadOnly: boolean;
  readonly onRight: (isRight: boolean) => void;
}

/** Who else counts as a colleague where rules ask who is addressed. Where none does, those listed can still be taken away. */
export function InsidePanel({ assignments, isReadOnly, change, onRight }: InsidePanelProps) {
  const { t } = useTranslation('assignments');
  const { rules, insideDomains = [] } = assignments;
  const isAsked = rules.some(({ recipients }) => recipients !== 'any');
  return (
    <Panel title={t('inside.title')}>
      <DomainsField
        label={t('inside.label')}
        hint={t(isAsked ? 'inside.hint' : 'inside.unasked')}
        schema={insideDomainSchema}
        bad={t('inside.bad')}
        domains={insideDomains}
        disabled={isReadOnly || (!isAsked && 'adding')}
        onChange={(domains) => change((now) => ({ ...now, insideDomains: domains.length === 0 ? undefined : domains }))}
        onRight={onRight}
      />
    </Panel>
  );
}
