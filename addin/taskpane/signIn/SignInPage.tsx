import {
  Button,
  LargeTitle,
  Link,
  MessageBar,
  MessageBarBody,
  Spinner,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { lazy, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuth } from '../../auth/AuthContext.tsx';
import type { AuthState } from '../../auth/session/authState.ts';
import { nearestLocale } from '../../i18n/locale.ts';
import { arrive } from '../../ui/page/arrival.ts';
import { MenuOpener } from '../../ui/menus/MenuOpener.tsx';
import { CheckmarkCircleRegular, ChevronDownRegular, SignatureFilled } from '../../ui/icons.ts';
import { useCameBack } from '../../ui/window/useCameBack.ts';
import { DemoBanner } from '../shell/notices/DemoBanner.tsx';

const LanguageMenu = lazy(() => import(/* webpackChunkName: 'menus' */ '../shell/account/LanguageMenu.tsx'));

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', minHeight: '100vh' },
  main: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    gap: tokens.spacingVerticalXL,
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '520px',
    marginInline: 'auto',
    padding: tokens.spacingHorizontalXXL,
  },
  mark: { fontSize: '48px', color: tokens.colorBrandForeground1 },
  title: { fontSize: 'clamp(26px, 7vw, 40px)', lineHeight: 1.2, margin: 0, outlineStyle: 'none' },
  text: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  faint: { margin: 0, color: tokens.colorNeutralForeground2 },
  points: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  point: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  check: { color: tokens.colorBrandForeground1, fontSize: '20px', flexShrink: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
  top: { display: 'flex', justifyContent: 'flex-end', padding: tokens.spacingHorizontalS },
});

function Waiting({ canLeavePage }: { canLeavePage: boolean }) {
  const { t } = useTranslation('auth');
  const styles = useStyles();
  const { session } = useAuth();
  const isBack = useCameBack();
  return (
    <>
      {isBack ? (
        <MessageBar intent="warning" layout="multiline" role="status">
          <MessageBarBody>{t('left')}</MessageBarBody>
        </MessageBar>
      ) : (
        <Spinner
          labelPosition="after"
          label={t('waiting')}
          size="small"
          style={{ justifyContent: 'start' }}
          role="status"
        />
      )}
      <div className={styles.actions}>
        <Button onClick={() => void session.signIn()}>{t('again')}</Button>
        {canLeavePage && <Button onClick={() => void session.signInOnThisPage()}>{t('here')}</Button>}
        <Button appearance="subtle" onClick={session.cancelSignIn}>
          {t('cancel')}
        </Button>
      </div>
    </>
  );
}

function LanguageButton() {
  const { t, i18n } = useTranslation();
  const locale = nearestLocale(i18n.language);
  return (
    <MenuOpener
      menu={LanguageMenu}
      appearance="subtle"
      icon={<ChevronDownRegular />}
      iconPosition="after"
      aria-label={`${t('account.language')}: ${t(`languages.${locale}`)}`}
    >
      {t(`languages.${locale}`)}
    </MenuOpener>
  );
}

/** In Outlook it is a colleague who reads this, in nearly all cases; a page in a browser is opened by those who manage. */
const pointsFor = (inOutlook: boolean) =>
  inOutlook ? (['there', 'current', 'yours'] as const) : (['pick', 'preview', 'guard'] as const);

/** After these, a window of another kind may do. */
const mayNeedDialog = (failure: AuthState['failure']): boolean =>
  failure === 'popupBlocked' || failure === 'timedOut' || failure === 'unknown';

function SignInActions({ canLeavePage }: { canLeavePage: boolean }) {
  const { t } = useTranslation('auth');
  const styles = useStyles();
  const { session, state } = useAuth();
  return (
    <div className={styles.actions}>
      <Button appearance="primary" size="large" onClick={() => void session.signIn()}>
        {t('signIn')}
      </Button>
      {canLeavePage && (
        <Link as="button" onClick={() => void session.signInOnThisPage()}>
          {t('signInHere')}
        </Link>
      )}
      {session.hasDialogs && mayNeedDialog(state.failure) && (
        <Link as="button" onClick={() => void session.signIn({ inDialog: true })}>
          {t('inDialog')}
        </Link>
      )}
    </div>
  );
}

function Failure({ inOutlook }: { inOutlook: boolean }) {
  const { t } = useTranslation('auth');
  const { failure } = useAuth().state;
  if (failure === null) return null;
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        {inOutlook && failure === 'popupBlocked' ? t('failure.blockedInOutlook') : t(`failure.${failure}`)}
      </MessageBarBody>
    </MessageBar>
  );
}

export interface SignInPageProps {
  readonly canLeavePage: boolean;
  readonly inOutlook: boolean;
}

/** What somebody sees first: what this is, and one thing to do. */
export function SignInPage({ canLeavePage, inOutlook }: SignInPageProps) {
  const { t } = useTranslation('auth');
  const styles = useStyles();
  const { state } = useAuth();
  useEffect(() => {
    arrive();
  }, []);
  return (
    <div className={styles.page}>
      <DemoBanner />
      <div className={styles.top}>
        <LanguageButton />
      </div>
      <main className={styles.main}>
        <SignatureFilled className={styles.mark} aria-hidden />
        <LargeTitle as="h1" tabIndex={-1} className={styles.title}>
          {t(inOutlook ? 'colleague.title' : 'title')}
        </LargeTitle>
        <p className={styles.text}>{t(inOutlook ? 'colleague.intro' : 'intro')}</p>
        <ul className={styles.points}>
          {pointsFor(inOutlook).map((point) => (
            <li key={point} className={styles.point}>
              <CheckmarkCircleRegular className={styles.check} aria-hidden />
              {t(`points.${point}`)}
            </li>
          ))}
        </ul>
        <Failure inOutlook={inOutlook} />
        {state.status === 'signingIn' ? (
          <Waiting canLeavePage={canLeavePage} />
        ) : (
          <SignInActions canLeavePage={canLeavePage} />
        )}
        <p className={styles.faint}>{t('privacy')}</p>
      </main>
    </div>
  );
}
