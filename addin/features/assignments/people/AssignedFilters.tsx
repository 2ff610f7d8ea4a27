import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { composeTypeSchema } from '../../../../server/src/contract/signatures/me.ts';
import { useAssignedExport } from '../../../api/signatures/assignedApi.ts';
import { useAssignments } from '../../../api/signatures/assignmentsApi.ts';
import { useSignatures } from '../../../api/signatures/signatureListApi.ts';
import { ChoiceField } from '../../../ui/inputs/ChoiceField.tsx';
import { SearchField } from '../../../ui/lists/SearchField.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { ExportButton } from '../../../ui/saving/ExportButton.tsx';
import type { AssignedState, AssignedView } from './useAssignedFilter.ts';

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 200px), 1fr))',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
  },
});

type Who = Pick<AssignedView, 'rule' | 'signature' | 'only'>;

const everybody: Who = { rule: '', signature: '', only: '' };

/** One of the choices as one word, such as `rule:…`. */
const wordOf = ({ rule, signature, only }: Who): string => {
  if (rule !== '') return `rule:${rule}`;
  return signature === '' ? only : `signature:${signature}`;
};

/** Everybody, and whom rules and signatures tell apart; one that is in the address and gone by now stays chosen. */
function useWhoChoices(view: Who): readonly { who: Who; text: string }[] {
  const { t } = useTranslation('assignments');
  const rules = useAssignments().data?.assignments.rules ?? [];
  const signatures = useSignatures().data?.items ?? [];
  const choices = [
    { who: everybody, text: t('people.who.all') },
    ...rules.map(({ id, name }, at) => ({
      who: { ...everybody, rule: id },
      text: t('people.who.rule', { position: at + 1, name: name === '' ? t('people.unnamed') : name }),
    })),
    { who: { ...everybody, only: 'otherwise' as const }, text: t('people.who.otherwise') },
    ...signatures.map(({ id, name }) => ({
      who: { ...everybody, signature: id },
      text: t('people.who.signature', { name }),
    })),
    { who: { ...everybody, only: 'none' as const }, text: t('people.who.none') },
  ];
  const isKnown = choices.some(({ who }) => wordOf(who) === wordOf(view));
  return isKnown ? choices : [...choices, { who: view, text: t('people.who.gone') }];
}

/** Of whom the signature is shown and on which mail, and the same as a file. */
export function AssignedFilters({ view, setView, filter }: AssignedState) {
  const { t, i18n } = useTranslation('assignments');
  const styles = useStyles();
  const download = useAssignedExport();
  const choices = useWhoChoices(view);
  return (
    <>
      <SearchField label={t('people.search')} value={view.search} onChange={(search) => setView({ ...view, search })} />
      <div className={styles.filters} role="group" aria-label={t('people.filter')}>
        <ChoiceField
          label={t('people.who.label')}
          value={wordOf(view)}
          choices={choices.map(({ who, text }) => ({ value: wordOf(who), text }))}
          onChange={(word) => {
            const chosen = choices.find(({ who }) => wordOf(who) === word);
            if (chosen) setView({ ...view, ...everybody, ...chosen.who });
          }}
        />
        <ChoiceField
          label={t('people.on')}
          value={view.on}
          choices={composeTypeSchema.options.map((value) => ({ value, text: t(`rule.on.${value}`) }))}
          onChange={(on) => setView({ ...view, on })}
        />
        <span>
          <ExportButton
            text={t(download.isPending ? 'people.exporting' : 'people.export')}
            download={download}
            wanted={{ filter, language: i18n.language }}
            fileName="signatures.csv"
          />
        </span>
        {download.isError && <ProblemNotice error={download.error} />}
      </div>
    </>
  );
}
