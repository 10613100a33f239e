import { isLoadMore } from '../tree/kinds';
import type { Command, Parts } from './command';

export const loadMore = ({ explorer }: Pick<Parts, 'explorer'>): Command => ({
  id: 'ddbbackup.loadMore',
  needs: 'nothing',
  run(given) {
    if (isLoadMore(given)) explorer.loadMore(given.parent);
  },
});
