import { makeStyles, tokens } from '@fluentui/react-components';
import { memo, useRef, type ReactNode } from 'react';
import { ArrowDownRegular, ArrowUpRegular } from '../icons.ts';
import { MoreRows } from './MoreRows.tsx';
import { useWindowRows, type MorePages } from './useWindowRows.ts';

const useStyles = makeStyles({
  head: {
    display: 'grid',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    position: 'sticky',
    top: 0,
    zIndex: 1,
  },
  headCell: { minWidth: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  sort: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '28px',
    maxWidth: '100%',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalXS})`,
    border: 'none',
    background: 'none',
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    color: 'inherit',
    cursor: 'pointer',
    textAlign: 'start',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  plain: { fontWeight: tokens.fontWeightSemibold },
  body: { position: 'relative', width: '100%' },
  row: {
    position: 'absolute',
    top: 0,
    left: 0,
    width: '100%',
    boxSizing: 'border-box',
    display: 'grid',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  cell: { minWidth: 0 },
});

export interface TableColumn<Item, Sort extends string> {
  readonly key: string;
  readonly head: ReactNode;
  /** A track of CSS grid. */
  readonly width: string;
  /** Left out: not to be sorted by. */
  readonly sort?: Sort;
  /** The same function as long as it says the same of an item: while it is, cells are not drawn again. */
  readonly render: (item: Item) => ReactNode;
}

export interface TableOrder<Sort extends string> {
  readonly sort: Sort;
  readonly isDescending: boolean;
}

interface VirtualTableProps<Item, Sort extends string> {
  readonly label: string;
  readonly columns: readonly TableColumn<Item, Sort>[];
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly rowHeight: number;
  readonly order: TableOrder<Sort>;
  readonly onOrder: (order: TableOrder<Sort>) => void;
  readonly more: MorePages;
}

type HeadProps<Item, Sort extends string> = Pick<VirtualTableProps<Item, Sort>, 'order' | 'onOrder'> & {
  readonly column: TableColumn<Item, Sort>;
};

function HeadCell<Item, Sort extends string>({ column, order, onOrder }: HeadProps<Item, Sort>) {
  const styles = useStyles();
  const { sort } = column;
  const isSorted = sort !== undefined && sort === order.sort;
  const direction = order.isDescending ? 'descending' : 'ascending';
  const Arrow = order.isDescending ? ArrowDownRegular : ArrowUpRegular;
  return (
    <div role="columnheader" className={styles.headCell} {...(isSorted ? { 'aria-sort': direction } : {})}>
      {sort === undefined ? (
        <span className={styles.plain}>{column.head}</span>
      ) : (
        <button
          type="button"
          className={styles.sort}
          onClick={() => onOrder({ sort, isDescending: isSorted && !order.isDescending })}
        >
          {column.head}
          {isSorted && <Arrow aria-hidden />}
        </button>
      )}
    </div>
  );
}

interface CellProps<Item> {
  readonly item: Item;
  readonly render: (item: Item) => ReactNode;
}

/** Every step of scrolling draws the table; of a row that was in sight before, nothing changes but its place. */
const Cell = memo(function Cell<Item>({ item, render }: CellProps<Item>) {
  return (
    <div role="cell" className={useStyles().cell}>
      {render(item)}
    </div>
  );
}) as <Item>(props: CellProps<Item>) => ReactNode;

/** A table of any length with heads that stay in sight; sorting is the server's work. It scrolls with the page. */
export function VirtualTable<Item, Sort extends string>(props: VirtualTableProps<Item, Sort>) {
  const { label, columns, items, keyOf, rowHeight, more } = props;
  const styles = useStyles();
  const body = useRef<HTMLDivElement>(null);
  const virtualizer = useWindowRows({ list: body, items, keyOf, rowHeight, more });
  const tracks = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') };
  return (
    <>
      <div role="table" aria-label={label} aria-rowcount={more.hasNextPage ? -1 : items.length + 1}>
        <div role="rowgroup">
          <div role="row" aria-rowindex={1} className={styles.head} style={tracks}>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} order={props.order} onOrder={props.onOrder} />
            ))}
          </div>
        </div>
        <div role="rowgroup" ref={body} className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((row) => {
            const item = items[row.index];
            return (
              item !== undefined && (
                <div
                  key={row.key}
                  role="row"
                  ref={virtualizer.measureElement}
                  data-index={row.index}
                  aria-rowindex={row.index + 2}
                  className={styles.row}
                  style={{
                    ...tracks,
                    minHeight: rowHeight,
                    transform: `translateY(${row.start - virtualizer.options.scrollMargin}px)`,
                  }}
                >
                  {columns.map(({ key, render }) => (
                    <Cell key={key} item={item} render={render} />
                  ))}
                </div>
              )
            );
          })}
        </div>
      </div>
      <MoreRows more={more} />
    </>
  );
}
