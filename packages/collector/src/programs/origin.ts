/** Whether a text is a web origin that a check-in can run on: https, or http on this machine. */
export function isPageOrigin(text: string): boolean {
  // Parsers take a star as part of a name, but no page has such an origin.
  if (!URL.canParse(text) || text.includes('*')) return false;
  const { origin, protocol, hostname } = new URL(text);
  if (origin !== text) return false;
  return protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname));
}

function isThisMachine(hostname: string): boolean {
  return /^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
