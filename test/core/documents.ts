/** How many random documents a test tries: as many as named, or the share of them that DDBBACKUP_SHARE says (mutation runs try few, often). */
export function documents(count: number): { numRuns: number } {
  return { numRuns: Math.ceil(count * Number(process.env['DDBBACKUP_SHARE'] ?? 1)) };
}
