/** `ddbbackup sandbox`: the sandbox as a program. Says one line when it is ready, and stops at once when told to. */
import { parseArgs } from 'node:util';
import { hostRefusal, startSandbox, type SandboxOptions } from './sandbox';

const usage = `Usage: sandbox [--port N] [--empty] [--real-time] [--host ADDRESS] [--state FILE] [--control TOKEN]
               [--until-stdin-closes]

  --port N      the port to listen on; a free one by default
  --empty       start without sample tables and backups
  --real-time   take as long as the service does; by default every state lasts some seconds
  --host        127.0.0.1 (default), ::1 or localhost
  --state FILE  keep tables and backups in a file and start from it
  --control TOKEN
                let processes that know the token script faults and move the clock
  --until-stdin-closes
                stop when standard input ends: a program that gives its own pipe never leaves the sandbox behind
`;

/** The options, or the sentence that says what is wrong with them. */
function optionsIn(args: string[]): (SandboxOptions & { untilStdinCloses: boolean }) | string {
  const options = {
    port: { type: 'string', default: '0' },
    host: { type: 'string', default: '127.0.0.1' },
    empty: { type: 'boolean', default: false },
    'real-time': { type: 'boolean', default: false },
    state: { type: 'string' },
    control: { type: 'string' },
    'until-stdin-closes': { type: 'boolean', default: false },
  } as const;
  try {
    const { values } = parseArgs({ args, options });
    const refusal = hostRefusal(values.host);
    if (refusal !== undefined) return refusal;
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535)
      return `A port is a number from 0 to 65535, not ${values.port}.`;
    return {
      untilStdinCloses: values['until-stdin-closes'],
      port,
      host: values.host,
      sample: !values.empty,
      ...(values['real-time'] && { scale: 1 }),
      ...(values.state !== undefined && { stateFile: values.state }),
      ...(values.control !== undefined && { controlToken: values.control }),
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    process.stdout.write(usage);
    return;
  }
  const options = optionsIn(process.argv.slice(2));
  if (typeof options === 'string') return refuse(options);
  const { untilStdinCloses, ...rest } = options;
  const sandbox = await startSandbox(rest);
  // Nothing is left to be done: what was answered is in the state file, if there is one.
  const stop = (): void => process.exit(0);
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (untilStdinCloses) process.stdin.on('close', stop).resume();
  process.stdout.write(`sandbox listening on ${sandbox.url}\n`);
}

function refuse(reason: string): void {
  process.stderr.write(`${reason}\n${usage}`);
  process.exitCode = 2;
}

main().catch((error: unknown) => {
  process.stderr.write(
    `The sandbox could not start: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
});
