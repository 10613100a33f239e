/** Sample tables and backups: the same in every run, dated relative to the moment the sandbox starts. */
import { seededRandom } from '../random';
import type { Seed } from '../seed';
import { addAmerica } from './america';
import { addEurope } from './europe';
import { addOrders } from './orders';

export async function addSampleData(seed: Seed, now: number): Promise<void> {
  const random = seededRandom(1972);
  await addOrders(seed, random, now);
  await addEurope(seed, random, now);
  await addAmerica(seed, random, now);
}
