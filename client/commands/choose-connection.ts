import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { type Connection, listProfiles } from '../../server/protocol';
import { pickRegions, StepBack } from '../pick-regions';
import { SANDBOX, SANDBOX_REGIONS } from '../sandbox';
import { shown, unlinked } from '../text';
import { chosen, type Command, type Parts } from './command';

type Who = QuickPickItem & { profile?: string; sandbox?: true };

/** Two steps: whose tables, and in which Regions. Written to the user's settings. */
export const chooseConnection = ({ ask, settings }: Pick<Parts, 'ask' | 'settings'>): Command => ({
  id: 'ddbbackup.chooseConnection',
  needs: 'trust',
  async run() {
    const profiles = await ask(listProfiles, undefined);
    for (;;) {
      const now = settings.current().connection;
      const who = await pickWho(profiles, now);
      const regions = await pickRegions(startRegions(who, now), suggestion(who));
      if (regions === StepBack) continue;
      const { sandbox, profile = '' } = who;
      // Another endpoint than the sandbox was set on purpose: it stays.
      const endpoint = sandbox ? SANDBOX : now.endpoint === SANDBOX ? '' : now.endpoint;
      return settings.choose({ profile, regions, endpoint });
    }
  },
});

async function pickWho(profiles: readonly string[], now: Connection): Promise<Who> {
  const items: Who[] = [
    ...profiles.map((profile) => ({
      label: `$(account) ${unlinked(shown(profile))}`,
      description: inUse(now.endpoint !== SANDBOX && now.profile === profile),
      profile,
    })),
    { label: 'Without an account', kind: QuickPickItemKind.Separator },
    {
      label: '$(beaker) Local sandbox',
      description: inUse(now.endpoint === SANDBOX),
      detail: 'Sample data on this machine. Nothing is asked of AWS.',
      sandbox: true,
    },
  ];
  const placeHolder =
    profiles.length === 0
      ? 'No profile was found in the AWS config and credentials files'
      : 'AWS profile, from the AWS config and credentials files';
  return chosen(
    await window.showQuickPick(items, {
      title: 'Choose Connection (1/2)',
      placeHolder,
      ignoreFocusOut: true,
    }),
  );
}

function inUse(yes: boolean): string {
  return yes ? 'in use' : '';
}

function startRegions({ sandbox }: Who, now: Connection): readonly string[] {
  return sandbox && now.endpoint !== SANDBOX ? SANDBOX_REGIONS : now.regions;
}

function suggestion({ sandbox }: Who): string {
  return sandbox
    ? `The sample tables are in ${SANDBOX_REGIONS.join(' and ')}`
    : 'Regions to show. The first one counts when a spec names none.';
}
