import { Menu, MenuPopover, type MenuProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { OpenMenuProps } from './MenuOpener.tsx';

type OpenMenuOfButtonProps = OpenMenuProps &
  Pick<MenuProps, 'checkedValues' | 'onCheckedValueChange'> & { readonly children: ReactNode };

/** Takes the focus, and gives it back to its button unless somebody clicked elsewhere. */
export function OpenMenu({ target, onClose, children, ...menu }: OpenMenuOfButtonProps) {
  return (
    <Menu
      {...menu}
      open
      positioning={{ target, position: 'below', align: 'start', autoSize: true }}
      onOpenChange={(_, { open, type, event }) => {
        // Its button closes it by itself.
        if (open || (event.target instanceof Node && target.contains(event.target))) return;
        onClose();
        if (type !== 'clickOutside' && type !== 'scrollOutside') target.focus();
      }}
    >
      <MenuPopover>{children}</MenuPopover>
    </Menu>
  );
}
