import { escapeHtml } from '../entra/signIn/page.ts';

const PER_PAGE = 50;

/** One page of a long list and the links to those beside it. */
export function paged<T>(all: readonly T[], address: URL): { items: readonly T[]; links: string } {
  const last = Math.max(1, Math.ceil(all.length / PER_PAGE));
  const page = Math.min(last, Math.max(1, Math.trunc(Number(address.searchParams.get('page'))) || 1));
  const items = all.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  if (last === 1) return { items, links: '' };
  const to = (number: number, text: string) => {
    const target = new URL(address);
    target.searchParams.set('page', String(number));
    target.searchParams.delete('done');
    return `<a href="${escapeHtml(target.pathname + target.search)}">${text}</a>`;
  };
  const parts = [
    page > 1 ? to(page - 1, 'Previous page') : '',
    `Page ${page} of ${last}`,
    page < last ? to(page + 1, 'Next page') : '',
  ];
  return {
    items,
    links: `<nav class="row" aria-label="Pages">${parts.map((part) => `<span>${part}</span>`).join('')}</nav>`,
  };
}
