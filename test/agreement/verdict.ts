import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../../server/core/check';
import type { Planned } from '../../server/core/plan';
import { isOwnKey } from '../../server/core/spec/shape';
import { apiShape } from '../core/api-shapes';
import type { Asked } from './asked';
import { otherEffects } from './effect';
import type { Refusal, Request } from './wires';
import type { AgreementWorld } from './world';

/** What one text showed: the two agree, the facts do not say who is right, or one of them is wrong. */
export type Verdict =
  /** `by`: the rules whose errors it shows to be right. */
  | { kind: 'accepted' | 'refused' | 'not one call'; by: string[] }
  | { kind: 'not said' | 'not to be seen'; why: string }
  | { kind: 'disagreement'; why: string };

/** Rules that speak of more than the request: where the service refuses it as well, they have said so. */
const refusedAsWell: Record<string, string> = {
  'account-mismatch': 'an ARN of another account is refused; an AccountId is never sent',
  'caller-mismatch': 'an ARN of another account is refused; an AccountId alone is never sent',
  'restore-time-format': 'what is no time cannot be read; a time without its offset is read as another',
  'on-demand-limits-empty': 'is answered with a refusal, and the restore has begun',
};

/** The members that the service says are missing, in small letters; of several one would do. Without BackupArn it takes a table for meant. */
function missingIn(message: string): string[] {
  const nowhere = /Value null at '(?:[^']*\.)?(\w+)'/.exec(message)?.[1];
  if (nowhere !== undefined) return [nowhere.toLowerCase()];
  if (message.includes("'TableName' is required")) return ['sourcetablename', 'sourcetablearn', 'backuparn'];
  const isMoment = message.includes(
    'Either one of RestoreDateTime or UseLatestRestorableTime must be specified',
  );
  return isMoment ? ['restoredatetime', 'uselatestrestorabletime', 'backuparn'] : [];
}

/** What no read of the service tells beforehand. */
const unseen: [says: RegExp, warnedBy: string | undefined, why: string][] = [
  [
    /^BackupInUseException: Backup is being used to restore/,
    undefined,
    'that a backup feeds another restore',
  ],
  [/not authorized to perform: kms:CreateGrant/, undefined, 'whether the caller may use a key for a grant'],
  [
    /BackupArn is not valid|sourceTableArn is not a valid ARN/,
    'region-unknown',
    'whether AWS has a new Region',
  ],
  [
    /^ValidationException: KMS validation error/,
    'encryption-key-form',
    'whether a text of no known form names a key',
  ],
  [/ does not match a secondary index/, 'indexes-not-recorded', 'which indexes a SYSTEM backup holds'],
];

/** What the checker says of the request; what it says of our own keys is never sent. */
interface Said {
  /** Codes of errors by which the service refuses. */
  refused: string[];
  /** Codes of errors by which it does something else than written. */
  misread: string[];
  /** Codes of errors that tell of more than the request. */
  aside: string[];
  /** The keys that the checker finds under a wrong name: "Did you mean ...?" In small letters. */
  misnamed: string[];
  /** Codes of everything, warnings too. */
  all: string[];
}

function saidOf({ problems, sent }: Asked): Said {
  const isSent = ({ path: [key] }: Problem): boolean => key === 'Region' || !isOwnKey(String(key));
  const ofRequest = problems.filter((one) => isSent(one) || one.code in refusedAsWell);
  const codes = (keep: (problem: Problem) => boolean): string[] => [
    ...new Set(ofRequest.filter(keep).map(({ code }) => code)),
  ];
  const isError = ({ severity, code }: Problem): boolean => severity === 'error' && !(code in refusedAsWell);
  return {
    refused: codes(
      (one) => isError(one) && one.because === 'refused' && (!sent || isRead(sent, String(one.path[0]))),
    ),
    misread: codes((one) => one.severity === 'error' && one.because === 'misread' && isSent(one)),
    aside: codes(({ severity, code }) => severity === 'error' && code in refusedAsWell),
    misnamed: problems.flatMap(({ code, message }) =>
      code === 'unknown-key' ? (/Did you mean (\w+)\?/.exec(message)?.[1]?.toLowerCase() ?? []) : [],
    ),
    all: codes(() => true),
  };
}

/** What the call has not, the service does not read, and so cannot refuse. */
function isRead({ call, input }: Request, key: string): boolean {
  return !(key in input) || Object.hasOwn(apiShape('dynamodb', `${call}Input`).members ?? {}, key);
}

/**
 * Refused if and only if an error says so; accepted with another effect than written if and only if an error says that.
 */
export function verdictOn(world: AgreementWorld, text: string, asked: Asked): Verdict {
  const said = saidOf(asked);
  const { sent } = asked;
  if (!sent) {
    const by = [...said.refused, ...said.misread, ...said.aside];
    return by.length > 0 ? { kind: 'not one call', by } : wrong('no call can be made of it', said);
  }
  const { refusal, table } = sent;
  if (refusal?.code === 'SandboxFaultException') return wrong(refusal.message, said);
  if (refusal?.code.startsWith('Sandbox')) return { kind: 'not said', why: gapIn(refusal.message) };
  if (refusal && !table) return onRefusal(refusal, said);
  if (!table) return wrong('accepted, and there is no table', said);
  const effects = otherEffects(world, text, sent, table);
  if (refusal) effects.push(`the answer was ${refusal.code}`);
  const verdict = onTable(effects, said);
  const isRight = verdict.kind === 'accepted' && !asked.problems.some(({ severity }) => severity === 'error');
  const other = isRight ? otherPlan(sent, asked.plan()) : undefined;
  return other === undefined ? verdict : wrong(`accepted, but ${other}`, said);
}

/** What the product shows before it sends must be what was sent. */
function otherPlan({ call, region, input }: Request, planned: Planned): string | undefined {
  if (planned.kind === 'refused') {
    const why = [
      ...planned.problems.map(({ message }) => message),
      ...planned.unchecked.map(({ code }) => code),
    ];
    return `the plan is refused: ${why.join(' ')}`;
  }
  const { operation, region: to, input: shown } = planned.plan;
  const isSame = operation === call && to === region && isDeepStrictEqual(shown, input);
  return isSame ? undefined : `the plan shows ${operation} in ${to} of ${JSON.stringify(shown)}`;
}

function wrong(why: string, { all }: Said): Verdict {
  return { kind: 'disagreement', why: `${why}; the checker says ${all.join(', ') || 'nothing'}` };
}

function gapIn(message: string): string {
  return message.replace(/^.*(?=It is not known |The sandbox does not )/, '');
}

function onRefusal({ code, message }: Refusal, said: Said): Verdict {
  const isMisnamed = missingIn(message).some((name) => said.misnamed.includes(name));
  const by = [...said.refused, ...said.aside, ...(isMisnamed ? ['unknown-key'] : [])];
  if (by.length > 0) return { kind: 'refused', by };
  const answer = `${code}: ${message}`;
  const hidden = unseen.find(
    ([says, warning]) => says.test(answer) && (warning === undefined || said.all.includes(warning)),
  );
  return hidden ? { kind: 'not to be seen', why: hidden[2] } : wrong(`refused with ${answer}`, said);
}

function onTable(effects: readonly string[], said: Said): Verdict {
  if (said.refused.length > 0) return wrong('accepted', said);
  const isMisread = said.misread.length > 0;
  if (effects.length > 0 && !isMisread) return wrong(`accepted, but ${effects.join('; ')}`, said);
  if (effects.length === 0 && isMisread) return wrong('accepted, and made as written', said);
  return { kind: 'accepted', by: said.misread };
}
