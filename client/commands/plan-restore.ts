import { freshPlan } from '../planning';
import { specDocument } from '../spec-document';
import type { Command, Parts } from './command';

/** Shows what a restore would make. Sends and saves nothing. */
export const planRestore = ({ ask, planView }: Pick<Parts, 'ask' | 'planView'>): Command => ({
  id: 'ddbbackup.planRestore',
  needs: 'connection',
  async run(given) {
    const { plan } = await freshPlan(ask, await specDocument(given));
    await planView.show(plan);
  },
});
