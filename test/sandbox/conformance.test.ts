/** Every measured case of the service's behaviour, played against the sandbox over a socket with the real SDK. */
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { checkedAnswers } from './client';
import { backupScenarios } from './conformance/backups';
import { capacityScenarios } from './conformance/capacity';
import { listingScenarios } from './conformance/listing';
import { pointInTimeScenarios } from './conformance/point-in-time';
import { restoreScenarios } from './conformance/restores';
import { settingsScenarios } from './conformance/settings';
import { sideServiceScenarios } from './conformance/side-services';
import { filled, home, openStage, type Outcome, type Scenario, type Scenarios } from './conformance/stage';

interface Case {
  readonly id: string;
  readonly given: string;
  readonly when: { readonly operation: string; readonly input: Record<string, unknown> };
  readonly then: { readonly http: number; readonly error: string | null; readonly message: string | null };
}

const facts = new URL('../facts/aws-behaviour.json', import.meta.url);
const cases = JSON.parse(readFileSync(facts, 'utf8')) as Case[];

const scenarios: Scenarios = {
  ...backupScenarios,
  ...listingScenarios,
  ...restoreScenarios,
  ...pointInTimeScenarios,
  ...settingsScenarios,
  ...capacityScenarios,
  ...sideServiceScenarios,
};

/** What the sandbox does not show, and why. */
const notShown: Record<string, string> = {
  'backup-consistency-window':
    'a statement about concurrent writes that nobody could measure; the sandbox has one writer',
  'backup-size-refresh': 'documented only, and not measured what a backup older than six hours shows',
  'after-policy-enforcement-lag': 'resource policies are kept and read back, not enforced',
  'time-request-latency': 'the sandbox answers as fast as it can',
};

let shown = 0;

for (const measured of cases) {
  if (measured.id in notShown) continue;
  test(`${measured.id}: ${measured.given}`, async () => {
    const scenario = scenarios[measured.id];
    if (scenario === undefined) throw new Error('No scene is written for this case.');
    await play(measured, scenario);
    shown += 1;
  });
}

test('every case is played or said not to be shown, and nothing else is', () => {
  const ids = cases.map(({ id }) => id);
  expect([...Object.keys(scenarios), ...Object.keys(notShown)].toSorted()).toEqual(ids.toSorted());
});

afterAll(() => {
  process.stdout.write(
    `conformance: ${shown} of ${cases.length}\n${checkedAnswers()} answers are as the API model says\n`,
  );
});

async function play({ when, then }: Case, scenario: Scenario): Promise<void> {
  const stage = await openStage();
  try {
    await scenario.given?.(stage);
    const input = { ...(filled(when.input, stage.vars) as object), ...scenario.input };
    const outcome = await stage.call(when.operation, input, scenario.region ?? home);
    expectAnswer(outcome, then);
    await scenario.then?.(stage, outcome);
  } finally {
    await stage.sandbox.close();
  }
}

function expectAnswer({ error, http }: Outcome, then: Case['then']): void {
  expect(error === undefined ? null : error.name, error?.message ?? '').toBe(then.error);
  expect(http).toBe(then.http);
  if (then.message !== null && error !== undefined) expect(error.message).toMatch(new RegExp(then.message));
}
