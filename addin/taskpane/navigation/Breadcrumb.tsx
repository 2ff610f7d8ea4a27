import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useSession } from '../../api/client/ApiContext.tsx';
import { ChevronRightRegular } from '../../ui/icons.ts';
import { usePageTitle } from '../../ui/page/pageTitle.ts';
import { RouterLink } from '../../ui/buttons/RouterLink.tsx';
import { placeOf } from './navigation.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    color: tokens.colorNeutralForeground2,
  },
  item: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, flexShrink: 0 },
  last: { flexShrink: 1, minWidth: 0 },
  // The heading below says it in full.
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** Where one is, and the way back up: what it is about, its page, and what of it is open. */
export function Breadcrumb() {
  const { t } = useTranslation();
  const styles = useStyles();
  const { role } = useSession();
  const { pathname } = useLocation();
  const title = usePageTitle();
  const place = placeOf(pathname, role);
  if (!place || place.group === 'home') return <span />;
  const isDeeper = pathname !== place.path;
  const name = t(`nav.${place.name}`);
  const group = t(`nav.group.${place.group}`);
  // A page called as what it is about would be named twice.
  const hasGroup = group !== name;
  return (
    <nav aria-label={t('nav.path')}>
      <ol className={styles.list}>
        {hasGroup && <li className={styles.item}>{group}</li>}
        {isDeeper && (
          <li className={styles.item}>
            {hasGroup && <ChevronRightRegular aria-hidden />}
            <RouterLink to={place.path}>{name}</RouterLink>
          </li>
        )}
        <li className={`${styles.item} ${styles.last}`} aria-current="page">
          {(hasGroup || isDeeper) && <ChevronRightRegular aria-hidden />}
          <span className={styles.name}>{isDeeper ? title : name}</span>
        </li>
      </ol>
    </nav>
  );
}
