import { Button } from '@fluentui/react-components';
import { Suspense, useState, type ComponentType, type ReactElement, type ReactNode } from 'react';

export interface OpenMenuProps {
  /** The button it belongs to. */
  readonly target: HTMLElement;
  readonly onClose: () => void;
}

interface MenuOpenerProps {
  readonly 'aria-label': string;
  readonly appearance: 'subtle' | 'transparent';
  readonly icon: ReactElement | null;
  readonly iconPosition?: 'before' | 'after';
  readonly className?: string;
  readonly children?: ReactNode;
  /** A lazy component: what it is made of is downloaded when somebody opens it. */
  readonly menu: ComponentType<OpenMenuProps>;
}

/** A button with a menu behind it. */
export function MenuOpener({ menu: Menu, ...button }: MenuOpenerProps) {
  const [target, setTarget] = useState<HTMLElement | null>(null);
  const close = () => setTarget(null);
  return (
    <>
      <Button
        {...button}
        aria-haspopup="menu"
        aria-expanded={target !== null}
        onClick={({ currentTarget }) => (target === null ? setTarget(currentTarget) : close())}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setTarget(event.currentTarget);
        }}
      />
      {target !== null && (
        <Suspense fallback={null}>
          <Menu target={target} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
