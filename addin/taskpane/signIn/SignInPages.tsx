import { useAuth } from '../../auth/AuthContext.tsx';
import { Checking } from './Checking.tsx';
import { SignInPage, type SignInPageProps } from './SignInPage.tsx';

/** As long as nobody is signed in. */
export function SignInPages(props: SignInPageProps) {
  return useAuth().state.status === 'checking' ? <Checking /> : <SignInPage {...props} />;
}
