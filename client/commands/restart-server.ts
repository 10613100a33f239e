import type { Command, Parts } from './command';

/** Restores go on at AWS meanwhile; the new server takes them up from the journal. */
export const restartServer = ({ explorer, server }: Pick<Parts, 'explorer' | 'server'>): Command => ({
  id: 'ddbbackup.restartServer',
  needs: 'nothing',
  async run() {
    await server.restart();
    explorer.refresh();
  },
});
