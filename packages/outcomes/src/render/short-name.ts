/** A name cut to fit over a row of a drawing; the table behind it has the whole name. */
export function shortName(name: string, most = 36): string {
  const characters = [...name];
  return characters.length <= most ? name : `${characters.slice(0, most - 1).join('')}…`;
}
