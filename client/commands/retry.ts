import { isFailure } from '../tree/kinds';
import type { Command, Parts } from './command';

/** Reads again what could not be read. */
export const retry = ({ explorer }: Pick<Parts, 'explorer'>): Command => ({
  id: 'ddbbackup.retry',
  needs: 'nothing',
  run(given) {
    if (isFailure(given)) explorer.refresh(given.parent);
  },
});
