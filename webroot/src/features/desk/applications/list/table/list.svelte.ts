import { createInfiniteQuery, keepPreviousData } from '@tanstack/svelte-query';
import { asQuery, type Filters } from '../filters/filters';
import { distinct, orderOf, sameOrder, settle, type Order } from './order';
import { api, told } from '$shared/api/client';
import { keys } from '$shared/api/queries';
import type { ApplicationList as Page } from '$shared/api/openapi';

const PAGE_SIZE = 100;

/** The pages of applications that were scrolled to, in an order that holds still. */
export class ApplicationList {
  private readonly query;
  private order = $state.raw<{ of: string; order: Order } | null>(null);
  private readonly key = $derived.by(() => JSON.stringify(this.filters()));
  private readonly fresh = $derived.by(() =>
    distinct(this.query.data?.pages.flatMap((page) => page.items) ?? []),
  );
  readonly rows = $derived.by(() =>
    this.order?.of === this.key ? settle(this.order.order, this.fresh) : this.fresh,
  );
  readonly total = $derived.by(() => this.query.data?.pages.at(-1)?.total ?? 0);
  /** The server would show these rows in another order by now. */
  readonly outOfOrder = $derived.by(() => !sameOrder(this.rows, this.fresh));
  readonly loading = $derived.by(() => this.query.isPending);
  /** What is shown still belongs to the filters before. */
  readonly stale = $derived.by(() => this.query.isPlaceholderData);
  readonly error = $derived.by(() => (this.query.data ? null : this.query.error));
  readonly hasMore = $derived.by(() => this.query.hasNextPage);

  constructor(private readonly filters: () => Filters) {
    this.query = createInfiniteQuery(() => ({
      queryKey: [...keys.applications, 'list', this.filters()],
      queryFn: ({ pageParam, signal }: { pageParam: string; signal: AbortSignal }) =>
        this.page(pageParam, signal),
      initialPageParam: '',
      getNextPageParam: (last: Page) => last.next ?? undefined,
      placeholderData: keepPreviousData,
    }));
    $effect(() => {
      if (this.order?.of !== this.key && this.query.isSuccess && !this.query.isPlaceholderData) this.resort();
    });
  }

  private page(after: string, signal: AbortSignal): Promise<Page> {
    const query = { ...asQuery(this.filters()), after, pageSize: PAGE_SIZE };
    return told(api.GET('/api/applications', { params: { query }, signal }));
  }

  /** Shows the rows in the server's order again. */
  resort(): void {
    this.order = { of: this.key, order: orderOf(this.fresh) };
  }

  more(): void {
    if (this.query.hasNextPage && !this.query.isFetching) void this.query.fetchNextPage();
  }

  retry(): void {
    void this.query.refetch();
  }
}
