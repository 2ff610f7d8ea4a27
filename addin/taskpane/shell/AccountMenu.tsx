import {
  Avatar,
  Body1Strong,
  Button,
  Caption1,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/client/ApiContext.tsx';
import { useAuth } from '../../auth/AuthContext.tsx';
import { nearestLocale } from '../../i18n/locale.ts';
import { changeLanguage } from '../../i18n/openTexts.ts';
import { PersonRegular, SignOutRegular } from '../../ui/icons.ts';
import { LanguageItems } from './LanguageItems.tsx';

const useStyles = makeStyles({
  who: {
    display: 'flex',
    flexDirection: 'column',
    padding: tokens.spacingHorizontalS,
    overflowWrap: 'anywhere',
    maxWidth: '260px',
  },
  faint: { color: tokens.colorNeutralForeground2 },
  button: { minWidth: 'auto', padding: '2px', borderRadius: tokens.borderRadiusCircular },
});

/** Who is signed in, the language, and the way out. */
export function AccountMenu() {
  const { t, i18n } = useTranslation();
  const styles = useStyles();
  const { user, role } = useSession();
  const { session } = useAuth();
  return (
    <Menu
      checkedValues={{ language: [nearestLocale(i18n.language)] }}
      onCheckedValueChange={(_, { checkedItems }) => void changeLanguage(i18n, nearestLocale(checkedItems[0] ?? 'en'))}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="transparent"
          className={styles.button}
          aria-label={t('account.menu', { name: user.displayName })}
          icon={null}
        >
          <Avatar icon={<PersonRegular />} size={32} color="brand" aria-hidden />
        </Button>
      </MenuTrigger>
      <MenuPopover>
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
      </MenuPopover>
    </Menu>
  );
}
