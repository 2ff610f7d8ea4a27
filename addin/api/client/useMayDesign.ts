import { useSession } from './ApiContext.tsx';

/** Whether whoever is signed in makes and assigns signatures: an administrator, or somebody who was given just that. */
export function useMayDesign(): boolean {
  const { role } = useSession();
  return role === 'admin' || role === 'designer';
}
