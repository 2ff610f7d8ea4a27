import { Body1Strong, Caption1, MenuDivider, MenuItem, MenuList, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../api/client/ApiContext.tsx';
import { useAuth } from '../../../auth/AuthContext.tsx';
import { SignOutRegular } from '../../../ui/icons.ts';
import type { OpenMenuProps } from '../../../ui/menus/MenuOpener.tsx';
import { OpenMenu } from '../../../ui/menus/OpenMenu.tsx';
import { LanguageItems } from './LanguageItems.tsx';
import { useLanguageChoice } from './useLanguageChoice.ts';

const useStyles = makeStyles({
  who: {
    display: 'flex',
    flexDirection: 'column',
    padding: tokens.spacingHorizontalS,
    overflowWrap: 'anywhere',
    maxWidth: '260px',
  },
  faint: { color: tokens.colorNeutralForeground2 },
});

/** Who is signed in, the language, and the way out. */
export default function AccountChoices(props: OpenMenuProps) {
  const { t } = useTranslation();
  const styles = useStyles();
  const { user, role } = useSession();
  const { session } = useAuth();
  return (
    <OpenMenu {...props} {...useLanguageChoice()}>
      <div className={styles.who}>
        <Body1Strong>{user.displayName}</Body1Strong>
        <Caption1 className={styles.faint}>{user.userPrincipalName}</Caption1>
        <Caption1 className={styles.faint}>{t(`account.${role}`)}</Caption1>
      </div>
      <MenuDivider />
      <MenuList>
        <LanguageItems />
        {session.canSignOut && (
          <>
            <MenuDivider />
            <MenuItem icon={<SignOutRegular />} onClick={() => void session.signOut()}>
              {t('account.signOut')}
            </MenuItem>
          </>
        )}
      </MenuList>
    </OpenMenu>
  );
}
