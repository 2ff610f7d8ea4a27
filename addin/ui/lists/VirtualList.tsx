import { makeStyles } from '@fluentui/react-components';
import { useRef, type ReactNode } from 'react';
import { MoreRows } from './MoreRows.tsx';
import { useWindowRows, type MorePages } from './useWindowRows.ts';

const useStyles = makeStyles({
  list: { position: 'relative', margin: 0, padding: 0, listStyleType: 'none', width: '100%' },
  row: { position: 'absolute', top: 0, left: 0, width: '100%', boxSizing: 'border-box' },
});

interface VirtualListProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly render: (item: Item) => ReactNode;
  readonly rowHeight?: number;
  readonly more: MorePages;
}

/**
 * A list of any length that draws only the rows in sight and asks for the next page before the end is reached. It scrolls
 * with the page: a box that scrolls inside a 320 pixel pane is hard to use by touch and by keyboard.
 */
export function VirtualList<Item>({ label, items, keyOf, render, rowHeight = 56, more }: VirtualListProps<Item>) {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  const virtualizer = useWindowRows({ list, items, keyOf, rowHeight, more });
  return (
    <>
      <ul
        // Without bullets Safari would not call it a list any more.
        // oxlint-disable-next-line jsx-a11y/no-redundant-roles
        role="list"
        aria-label={label}
        ref={list}
        className={styles.list}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map((row) => {
          const item = items[row.index];
          return (
            item !== undefined && (
              <li
                key={row.key}
                ref={virtualizer.measureElement}
                data-index={row.index}
                aria-setsize={more.hasNextPage ? -1 : items.length}
                aria-posinset={row.index + 1}
                className={styles.row}
                style={{ transform: `translateY(${row.start - virtualizer.options.scrollMargin}px)` }}
              >
                {render(item)}
              </li>
            )
          );
        })}
      </ul>
      <MoreRows more={more} />
    </>
  );
}
