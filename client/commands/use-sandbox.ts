import { SANDBOX, SANDBOX_REGIONS } from '../sandbox';
import type { Command, Parts } from './command';

/** Tables and backups on this machine, to try everything without an account. */
export const useSandbox = ({ settings }: Pick<Parts, 'settings'>): Command => ({
  id: 'ddbbackup.useSandbox',
  needs: 'trust',
  run: () => settings.choose({ profile: '', regions: SANDBOX_REGIONS, endpoint: SANDBOX }),
});
