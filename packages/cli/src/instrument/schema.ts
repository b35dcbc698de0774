import { jsonSchemas } from '@waymark/model';
import { terminal, type World } from '../world.js';

const usage = `Usage: waymark instrument schema [${Object.keys(jsonSchemas).join('|')}]

Prints the JSON Schema that lets an editor complete and check a file; of a definition unless said
otherwise. The library holds them as instruments/*.schema.json.`;

/** The text of a schema file, as it stands in the library. */
export function schemaText(name: keyof typeof jsonSchemas): string {
  return JSON.stringify(jsonSchemas[name](), null, 2);
}

/** `waymark instrument schema`. Gives the exit code; 2 when there is no such schema. */
export async function run(
  args: string[],
  { print, complain }: Pick<World, 'print' | 'complain'> = terminal,
): Promise<number> {
  const [name = 'instrument', ...more] = args;
  const known = more.length === 0 && Object.hasOwn(jsonSchemas, name);
  if (known) print(schemaText(name as keyof typeof jsonSchemas));
  else (name === '--help' ? print : complain)(usage);
  return known || name === '--help' ? 0 : 2;
}
