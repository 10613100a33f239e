/**
 * The service is consistent in the end: what was just made may be answered to be not there. It was not seen with tables in ten tries
 * (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-394), but is documented (API_DescribeTable), so it happens here when a
 * fault is scripted.
 */
import { backupNotFound } from '../operations/locate-backup';
import { backupInResource, parseArn, tableInResource } from '../state/arn';
import type { World } from '../state/world';
import { resourceNotFound, tableNotFound, type ApiError } from '../wire/error';
import type { Incoming } from '../wire/http';

const backupFamily = /^(?:CreateBackup|.*ContinuousBackups|RestoreTableToPointInTime)$/;

/** The refusal of a request about a table or backup that was made less than `ms` ago; undefined for any other. */
export function notYetFound(world: World, request: Incoming, ms: number): ApiError | undefined {
  const body = request.body as Record<string, unknown>;
  const region = world.regions.get(request.region);
  if (region === undefined) return undefined;
  const isYoung = (createdAt: number | undefined): boolean =>
    createdAt !== undefined && world.clock.now() < createdAt + ms;

  const backupArn = textIn(body, 'BackupArn');
  if (backupArn !== undefined) {
    const place = backupInResource(parseArn(backupArn)?.resource ?? '');
    const backup = place === undefined ? undefined : region.backups.find(place);
    return isYoung(backup?.createdAt) ? backupNotFound(backupArn) : undefined;
  }
  const given = textIn(body, 'TableName', 'SourceTableName', 'SourceTableArn', 'ResourceArn') ?? '';
  const name = tableInResource(parseArn(given)?.resource ?? '') ?? given;
  if (!isYoung(region.tables.get(name)?.createdAt)) return undefined;
  if (backupFamily.test(request.operation)) return tableNotFound(name);
  return resourceNotFound('ResourceArn' in body ? `ResourceArn: ${given}` : `Table: ${name}`);
}

function textIn(body: Record<string, unknown>, ...members: string[]): string | undefined {
  return members.map((member) => body[member]).find((value) => typeof value === 'string');
}
