/** What goes back over the wire. */
import type { ServerResponse } from 'node:http';
import { crc32 } from 'node:zlib';

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** The error code, when it is one. */
  readonly code?: string;
}

/** Sends an answer with the headers of the service. */
export function send(response: ServerResponse, answer: Answer): void {
  writeHead(response, answer);
  response.end(answer.body);
}

/** The status and headers alone. */
export function writeHead(response: ServerResponse, { status, contentType, body }: Answer): void {
  response.writeHead(status, {
    'Content-Type': contentType,
    'Content-Length': Buffer.byteLength(body),
    'x-amz-crc32': String(crc32(body)),
  });
}
