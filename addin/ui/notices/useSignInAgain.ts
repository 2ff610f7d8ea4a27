import { useAuth } from '../../auth/AuthContext.tsx';

const fields = 'input, textarea, select, button';

/**
 * What a button does that asks to sign in again. It goes away with what it was for, so the focus goes to the form that was
 * being filled in, or else to where the page begins.
 */
export function useSignInAgain(): (button: HTMLElement) => void {
  const { session } = useAuth();
  return (button) => {
    const form = button.closest('form');
    void session.signIn().then(() => {
      if (button.isConnected) return;
      const next = form?.querySelector(fields) ?? document.querySelector('main h1');
      if (next instanceof HTMLElement) next.focus();
    });
  };
}
