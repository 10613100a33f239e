import type { PointInTimeWindow } from '../../server/protocol';
import { fromNow, moment, span } from '../text';
import type { Appearance, TreeNode } from './node';

const MINUTE_MS = 60_000;

/** The moments a table can be restored to. */
export interface PointInTimeNode extends TreeNode {
  readonly kind: 'pointInTime';
  readonly region: string;
  readonly table: string;
}

export function pointInTime(
  parent: TreeNode & { region: string; table: string },
  window: PointInTimeWindow,
  nowMs: number,
): PointInTimeNode {
  return {
    kind: 'pointInTime',
    id: `${parent.id}/pointInTime`,
    parent,
    region: parent.region,
    table: parent.table,
    appearance: window.enabled ? whileOn(window, nowMs) : WHILE_OFF,
  };
}

const WHILE_OFF: Appearance = {
  label: 'Point in time',
  description: 'off',
  tooltip:
    'Point-in-time recovery is off: this table can be restored from its backups only.\nTurning it on starts a new window; it does not reach back.',
  icon: { name: 'history', color: 'disabledForeground' },
  spoken: 'Point-in-time recovery is off',
  context: 'pointInTime.off',
};

function whileOn({ earliest, latest, periodDays }: PointInTimeWindow, nowMs: number): Appearance {
  const known = earliest !== undefined && latest !== undefined;
  const reaches = known ? `${moment(earliest)} to ${moment(latest)}` : 'window not known yet';
  const period =
    periodDays === undefined ? '' : `\nKept for ${periodDays} ${periodDays === 1 ? 'day' : 'days'}.`;
  const reach = known
    ? `Any second from ${moment(earliest)} (${fromNow(earliest, nowMs)})\nto ${moment(latest)} (${fromNow(latest, nowMs)}) can be restored.`
    : 'AWS has not said yet which moments can be restored.';
  return {
    label: 'Point in time',
    description: known ? range(Date.parse(earliest), Date.parse(latest), nowMs) : 'on · window not known yet',
    tooltip: `${reach}${period}`,
    icon: { name: 'history', color: 'charts.green' },
    spoken: `Point-in-time recovery is on, ${reaches}`,
    context: known ? 'pointInTime.on' : 'pointInTime.unknown',
  };
}

/** Short enough for a row: "20 d – 5 min ago". */
function range(earliestMs: number, latestMs: number, nowMs: number): string {
  if (latestMs - earliestMs < MINUTE_MS) return 'on · just begun';
  const sinceLatestMs = nowMs - latestMs;
  return `${span(nowMs - earliestMs)} – ${sinceLatestMs < MINUTE_MS ? 'now' : `${span(sinceLatestMs)} ago`}`;
}
