import type { Command, Parts } from './command';

export const showLog = ({ log }: Pick<Parts, 'log'>): Command => ({
  id: 'ddbbackup.showLog',
  needs: 'nothing',
  run: () => log.show(),
});
