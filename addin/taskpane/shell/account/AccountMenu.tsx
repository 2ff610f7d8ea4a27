import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../api/client/ApiContext.tsx';
import { PersonRegular } from '../../../ui/icons.ts';
import { MenuOpener } from '../../../ui/menus/MenuOpener.tsx';

const AccountChoices = lazy(() => import(/* webpackChunkName: 'menus' */ './AccountChoices.tsx'));

const useStyles = makeStyles({
  button: { minWidth: 'auto', padding: '2px', borderRadius: tokens.borderRadiusCircular },
  face: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '32px',
    height: '32px',
    borderRadius: tokens.borderRadiusCircular,
    fontSize: '20px',
    color: tokens.colorNeutralForegroundStaticInverted,
    backgroundColor: tokens.colorBrandBackgroundStatic,
  },
});

/** The way to who is signed in, the language, and out. */
export function AccountMenu() {
  const { t } = useTranslation();
  const styles = useStyles();
  const { user } = useSession();
  return (
    <MenuOpener
      menu={AccountChoices}
      appearance="transparent"
      className={styles.button}
      aria-label={t('account.menu', { name: user.displayName })}
      icon={null}
    >
      <span className={styles.face} aria-hidden>
        <PersonRegular />
      </span>
    </MenuOpener>
  );
}
