export function isolatedEnvironment(
  folder: string,
): Record<string, string | undefined> & { DDBBACKUP_STATE: string };
