/** The log of all requests, for tests: what was sent, where, when, and how it was answered. */
export interface RecordedRequest {
  /** `dynamodb`, `sts`, `kms`, `application-autoscaling` or `monitoring`. */
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  /** The request's JSON as it came in; undefined when it was none. */
  readonly body: unknown;
  /** Epoch milliseconds on the sandbox's clock. */
  readonly at: number;
  /** The access key that signed it. */
  readonly accessKey: string;
  /** Set once the answer is decided: HTTP status and error code, or the fault that took its place. */
  answer?: { readonly status: number; readonly code?: string } | { readonly fault: string };
}

export interface RequestLog {
  /** Oldest first; the last ten thousand, fewer when they are large. */
  readonly all: readonly RecordedRequest[];
  /** @param bytes the size of the request's body */
  add(request: RecordedRequest, bytes: number): void;
  /** Resolves with the `count`-th request of an operation, at once when it has already come. */
  received(operation: string, count?: number): Promise<RecordedRequest>;
  clear(): void;
}

/** Far more than a test needs; a sandbox that runs for days must not grow with every request. */
const kept = 10_000;
const keptBytes = 32 * 1024 * 1024;

export function openRequestLog(): RequestLog {
  const all: RecordedRequest[] = [];
  const sizes: number[] = [];
  let total = 0;
  let waiting: (() => boolean)[] = [];
  return {
    all,
    add(request, bytes) {
      all.push(request);
      sizes.push(bytes);
      total += bytes;
      while (all.length > kept || (total > keptBytes && all.length > 1)) {
        all.shift();
        total -= sizes.shift() ?? 0;
      }
      waiting = waiting.filter((isServed) => !isServed());
    },
    received(operation, count = 1) {
      return new Promise((resolve) => {
        const isServed = (): boolean => {
          const found = all.filter((request) => request.operation === operation)[count - 1];
          if (found !== undefined) resolve(found);
          return found !== undefined;
        };
        if (!isServed()) waiting.push(isServed);
      });
    },
    clear() {
      all.length = 0;
      sizes.length = 0;
      total = 0;
    },
  };
}
