import type { RestoreRow } from '../../server/protocol';
import type { Ask } from '../ask';
import type { Shelf } from './shelf';

/** What the rows of the explorer look at. */
export interface TreeWorld {
  ask: Ask;
  shelf: Shelf;
  /** Restores that run, or whose outcome the user has yet to look at. */
  openRestores(): readonly RestoreRow[];
  /** Milliseconds since 1970. */
  now(): number;
}
