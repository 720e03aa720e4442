// Lists are keyset-paginated: the newest first, a page at a time; the cursor is the last id of the page above.
import { ApiProperty } from '@nestjs/swagger';
import { IdField, IntField } from './fields';

const FIRST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

export class PageQuery {
  @IdField('Continue after this item: `next` of the page before', { optional: true }) cursor?: string;
  @IntField(1, 200, 'How many at most', { optional: true }) limit: number = 50;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** For `where id < $cursor order by id desc limit $limit`: one row more than asked tells whether there is a next page. */
export const keyset = ({ cursor, limit }: PageQuery) => ({ before: cursor ?? FIRST, take: limit + 1 });

export function pageOf<Item extends { readonly id: string }>(
  rows: readonly Item[],
  { limit }: PageQuery,
): Page<Item> {
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** The class of a page of such items, for the API description. */
export function PageOf<Item extends object>(item: new () => Item): new () => Page<Item> {
  class PageView {
    @ApiProperty({ type: [item] }) items!: Item[];
    @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Cursor of the next page' })
    next!: string | null;
  }
  Object.defineProperty(PageView, 'name', { value: `${item.name.replace(/View$/, '')}Page` });
  return PageView;
}
