import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeammate } from '../../../api/people/teammatesApi.ts';
import { DismissRegular } from '../../../ui/icons.ts';
import { Loaded } from '../../../ui/page/Loaded.tsx';
import { RouterButton } from '../../../ui/buttons/RouterButton.tsx';
import { TeammateDetails, TeammateLead } from '../person/TeammateDetails.tsx';
import { useClosePerson } from './personBesideList.ts';

const useStyles = makeStyles({
  beside: {
    position: 'sticky',
    top: tokens.spacingVerticalL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxHeight: `calc(100vh - 2 * ${tokens.spacingVerticalL})`,
    overflowY: 'auto',
    boxSizing: 'border-box',
    // Room for the rings of what has the focus.
    padding: tokens.spacingHorizontalXS,
    '& > *': { flexShrink: 0 },
  },
  head: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  name: {
    ...typographyStyles.subtitle1,
    flexGrow: 1,
    minWidth: 0,
    overflowWrap: 'anywhere',
    margin: 0,
    outlineStyle: 'none',
  },
});

const linkOf = (id: string) => document.querySelector<HTMLElement>(`a[data-person="${CSS.escape(id)}"]`);

/** One of the list, beside it. Escape closes it, and the focus goes back to the name it came from. */
export function PersonBeside({ id }: { id: string }) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const closeAddress = useClosePerson();
  const query = useTeammate(id);
  const name = query.data?.displayName ?? '';
  useEffect(() => {
    // A link that was opened or shared begins at the page; a name that was chosen leads here.
    if (document.activeElement === linkOf(id)) heading.current?.focus();
  }, [id]);
  const close = () => {
    closeAddress();
    linkOf(id)?.focus();
  };
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const { current } = panel;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close();
    };
    current?.addEventListener('keydown', onKeyDown);
    return () => current?.removeEventListener('keydown', onKeyDown);
  });
  return (
    <section aria-label={name === '' ? t('title') : name} className={styles.beside} ref={panel}>
      <div className={styles.head}>
        <h2 tabIndex={-1} ref={heading} className={styles.name}>
          <bdi>{name}</bdi>
        </h2>
        <RouterButton to={`/teammates/${id}`}>{t('beside.open')}</RouterButton>
        <Button appearance="subtle" icon={<DismissRegular />} aria-label={t('beside.close')} onClick={close} />
      </div>
      <Loaded query={query}>
        {(teammate) => (
          <>
            <TeammateLead teammate={teammate} />
            <TeammateDetails key={id} teammate={teammate} isWide={false} />
          </>
        )}
      </Loaded>
    </section>
  );
}
