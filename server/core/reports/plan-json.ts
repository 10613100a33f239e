import type { Plan } from '../plan';
import { jsonText } from './json-text';

/** The plan for scripts. `hash` is what a restore of exactly this plan is bound to. */
export function planJson(plan: Plan, hash: string): string {
  const { identity: _identity, warnings, ...rest } = plan;
  const told = warnings.map(({ code, message }) => ({ code, message }));
  return `${jsonText({ hash, ...rest, warnings: told })}\n`;
}
