import { Button, type ButtonProps } from '@fluentui/react-components';
import { useHref, useLinkClickHandler } from 'react-router';

type RouterButtonProps = Omit<ButtonProps, 'as' | 'href' | 'onClick'> & { readonly to: string };

/** A link to another page that looks like a button. */
export function RouterButton({ to, ...rest }: RouterButtonProps) {
  const href = useHref(to);
  const follow = useLinkClickHandler<HTMLAnchorElement>(to);
  const props = { ...rest, as: 'a' as const, href, onClick: follow } as ButtonProps;
  return <Button {...props} />;
}
