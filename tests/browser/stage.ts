/// The stage of the browser tests: a private PostgreSQL and Redis, the demo organisation, and two nodes of the real
/// server. `plein` is found through PLEIN_BINARY; everything ends with the tests, also when they are killed (the servers'
/// script ends with our end of its standard input, the nodes with theirs of the pipe).
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const root = resolve(import.meta.dirname, '../..');
const plein = process.env.PLEIN_BINARY ?? resolve(root, 'build/release/plein');

/// The first line of the child's output that fits; fails when the child ends before it.
async function line(child: ChildProcess, stream: 'stdout' | 'stderr', pattern: RegExp): Promise<RegExpMatchArray> {
  const output = child[stream];
  if (!output) throw new Error('the child has no such stream');
  const lines = createInterface({ input: output });
  for await (const text of lines) {
    const match = pattern.exec(text);
    if (match) {
      lines.close();
      output.resume();
      return match;
    }
  }
  throw new Error(`ended before it said ${pattern.source}`);
}

function start(command: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(command, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.stdin?.end();
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/// One node on a free port; its address.
async function startNode(env: NodeJS.ProcessEnv): Promise<{ child: ChildProcess; url: string }> {
  const child = start('setpriv', ['--pdeathsig=KILL', plein, 'serve'], env);
  const [, port] = await line(child, 'stderr', /serving on port (\d+)/);
  return { child, url: `http://localhost:${port}` };
}

export default async function stage(): Promise<() => Promise<void>> {
  const servers = start(resolve(root, 'tests/support/servers'), ['postgres', 'redis'], process.env);
  const [, folder = ''] = await line(servers, 'stdout', /^folder=(.+)$/);
  execFileSync('createdb', ['-h', folder, '-U', 'postgres', 'plein']);
  const env = {
    ...process.env,
    PLEIN_DATABASE_URL: `postgresql:///plein?host=${folder}&user=postgres`,
    PLEIN_REDIS_URL: `unix://${folder}/redis.sock`,
    PLEIN_ORGANISATION_NAME: 'Vaartland',
    PLEIN_SERVER_PORT: '0',
    PLEIN_SERVER_LEAVING_MS: '0',
    PLEIN_SERVER_WEB_ROOT: resolve(root, 'webclient/dist'),
    PLEIN_PASSWORDS_MEMORY_MIB: '8',
    PLEIN_PASSWORDS_PASSES: '1',
    PLEIN_JOBS_INTERVAL_SECONDS: '2',  // what is told a little later is told before a test gives up
    PLEIN_LOG_LEVEL: 'info',
  };
  execFileSync(plein, ['migrate'], { env });
  execFileSync(plein, ['demo'], { env });
  const nodes = [await startNode(env), await startNode(env)];
  process.env.PLEIN_NODES = nodes.map((node) => node.url).join(' ');
  return async () => {
    for (const node of nodes) await end(node.child);
    await end(servers);
  };
}
