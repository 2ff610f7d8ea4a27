import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ProposalsOfPerson } from '../../../../server/src/contract/people/proposals.ts';
import { PersonName } from '../../../ui/people/PersonName.tsx';
import { RouterLink } from '../../../ui/buttons/RouterLink.tsx';
import { ProposedField } from './ProposedField.tsx';

const useStyles = makeStyles({
  person: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalL,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
});

/** Somebody and everything of theirs that waits. */
export function PersonProposals({ person }: { person: ProposalsOfPerson }) {
  const { t } = useTranslation('proposals');
  const styles = useStyles();
  const { teammateId, displayName, mail, fields } = person;
  return (
    <div className={styles.person}>
      <div className={styles.head}>
        <PersonName name={displayName} below={mail ?? ''} />
        <RouterLink to={`/teammates/${teammateId}`}>{t('open', { name: displayName })}</RouterLink>
      </div>
      {fields.map((field) => (
        <ProposedField key={field.key} person={person} field={field} />
      ))}
    </div>
  );
}
