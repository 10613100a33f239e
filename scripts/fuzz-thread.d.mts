export interface ThreadReport {
  held: Record<string, number>;
  findings: { property: string; fault: string; number: number }[];
}
export interface Thread {
  examine(seed: number, from: number, to: number): Promise<ThreadReport>;
  stop(): Promise<number>;
}
export function startThread(code: string, hangMs?: number): Thread;
