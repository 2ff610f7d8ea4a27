import { Link } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';

interface RouterLinkProps {
  readonly to: string;
  readonly className?: string;
  /** Said in place of the text, which it begins with, where the same text leads to several places. */
  readonly label?: string | undefined;
  readonly children: ReactNode;
}

/** A link to another page, in running text. */
export function RouterLink({ to, className, label, children }: RouterLinkProps) {
  const href = useHref(to);
  const follow = useLinkClickHandler<HTMLAnchorElement>(to);
  return (
    <Link href={href} onClick={follow} inline className={className} aria-label={label}>
      {children}
    </Link>
  );
}
