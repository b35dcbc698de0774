import { parseArgs } from 'node:util';
import { collectUsage, startCollecting, type CollectOptions } from './collect/start-collecting.js';
import { whatToDo } from './what-to-do.js';
import { terminal, type World } from './world.js';

/**
 * `waymark collect`: takes submissions until it is asked to end, then answers what is under way and
 * closes the database. Gives the exit code: 1 when it cannot start, 2 when an option is wrong.
 */
export async function run(args: string[], world: World = terminal): Promise<number> {
  const options = collectOptions(args);
  if (options === 'help') {
    world.print(collectUsage);
    return 0;
  }
  if (typeof options === 'string') {
    world.complain(`${options}\n\n${collectUsage}`);
    return 2;
  }
  try {
    const asked = world.asked();
    const collecting = await startCollecting(options, world);
    await asked;
    await collecting.stop();
    return 0;
  } catch (error) {
    world.complain(whatToDo(error, options));
    return 1;
  }
}

/** The options in a command line, `help`, or what is wrong with them in a sentence. */
function collectOptions(args: string[]): CollectOptions | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        data: { type: 'string', default: './waymark.db' },
        port: { type: 'string', default: '8787' },
        host: { type: 'string', default: '127.0.0.1' },
        instruments: { type: 'string' },
        support: { type: 'string' },
        wording: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return 'help';
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535)
      return '--port must be a whole number from 0 to 65535.';
    const { data, host, instruments, support, wording } = values;
    return { data, port, host, instruments, support, wording };
  } catch (error) {
    // parseArgs throws for what it does not know, and says in words what that is.
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}
