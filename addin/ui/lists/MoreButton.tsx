import { Button } from '@fluentui/react-components';
import { ProblemNotice } from '../notices/ProblemNotice.tsx';
import type { MorePages } from './useWindowRows.ts';

interface MoreButtonProps {
  readonly more: MorePages & { readonly error: unknown };
  readonly text: string;
}

/** Below a list that goes on when somebody asks for more, and says so when that did not come. */
export function MoreButton({ more, text }: MoreButtonProps) {
  return (
    <>
      {more.isFetchNextPageError && <ProblemNotice error={more.error} onRetry={() => void more.fetchNextPage()} />}
      {more.hasNextPage && (
        <div>
          <Button onClick={() => void more.fetchNextPage()} disabledFocusable={more.isFetchingNextPage}>
            {text}
          </Button>
        </div>
      )}
    </>
  );
}
