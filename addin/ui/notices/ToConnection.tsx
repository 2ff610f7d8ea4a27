import type { ButtonProps } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useSession } from '../../api/client/ApiContext.tsx';
import { RouterButton } from '../buttons/RouterButton.tsx';

/** Leads those to the connection who may change it and are not there yet. */
export function ToConnection({ appearance }: { appearance?: NonNullable<ButtonProps['appearance']> }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  if (useSession().role !== 'admin' || pathname.startsWith('/connect')) return null;
  return (
    <RouterButton to="/connect" {...(appearance === undefined ? {} : { appearance })}>
      {t('toConnection')}
    </RouterButton>
  );
}
