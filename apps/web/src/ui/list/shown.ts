// What a list is made of, for its table and its cards alike.
import type { ReactNode } from 'react';

export interface Column<Item> {
  readonly key: string;
  readonly title: ReactNode;
  readonly render: (item: Item) => ReactNode;
  readonly right?: boolean;
  readonly width?: number;
}

interface Selection<Item> {
  readonly keys: readonly string[];
  readonly onChange: (keys: string[]) => void;
  readonly selectable?: (item: Item) => boolean;
}

/** What the table and the cards are given alike. */
export interface Shown<Item> {
  readonly items: readonly Item[];
  readonly columns: readonly Column<Item>[];
  readonly rowKey: (item: Item) => string;
  readonly selection?: Selection<Item>;
  readonly expanded?: (item: Item) => ReactNode;
}

/** The keys after one row was ticked or unticked. */
export const toggled = (keys: readonly string[], key: string): string[] =>
  keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key];
