import type { Check } from '@/lib/domain/check';
import type { DeskItem } from '@/lib/domain/desk';

export interface Person {
  id: string;
  name: string;
}

/** What a row needs to know and can do, beside what waits. */
export interface RowContext {
  slug: string;
  timeZone: string;
  /** When the server made the page, an ISO instant. */
  renderedAt: string;
  canCheck: boolean;
  personId: string;
  /** The newest that is known of an item's check. */
  checkOf: (item: DeskItem) => Check;
  isPicked: (id: string) => boolean;
  pick: (id: string) => void;
  open: (item: DeskItem) => void;
  arrange: (items: readonly DeskItem[]) => void;
  takeOrRelease: (item: DeskItem) => Promise<void>;
  giveToMe: (item: DeskItem) => Promise<void>;
  raise: (item: DeskItem) => Promise<void>;
  moveOn: (item: DeskItem) => Promise<void>;
}
