import type { Plan } from '../plan';

/** The plan for scripts. `hash` is what a restore of exactly this plan is bound to. */
export function planJson(plan: Plan, hash: string): string {
  const { identity: _identity, warnings, ...rest } = plan;
  const told = warnings.map(({ code, message }) => ({ code, message }));
  return `${JSON.stringify({ hash, ...rest, warnings: told }, null, 2)}\n`;
}
