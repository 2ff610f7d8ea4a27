import { Tooltip } from '@fluentui/react-components';
import type { ReactElement } from 'react';

/** The name of what is an icon alone, beside it while it is pointed at or has the focus. */
export default function NameBeside({ name, children }: { name: string; children: ReactElement }) {
  return (
    <Tooltip content={name} relationship="label" positioning="after">
      {children}
    </Tooltip>
  );
}
