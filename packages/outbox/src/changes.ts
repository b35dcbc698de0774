/** Tells listeners in this page and in other tabs that the outbox has changed. */
export type Changes = {
  /** Says that something changed; the other tabs hear it too. */
  tell(): void;
  /** Calls `hear` after each change, here or elsewhere; returns the way to stop. */
  listen(hear: () => void): () => void;
  /** Stops hearing other tabs. */
  close(): void;
};

/** With a name, changes reach other tabs by BroadcastChannel; without, or without one, this page only. */
export function openChanges(name: string | null): Changes {
  const hearers = new Set<() => void>();
  const hearAll = () => {
    for (const hear of hearers) hear();
  };
  const channel = name && globalThis.BroadcastChannel ? new BroadcastChannel(name) : null;
  if (channel) channel.onmessage = hearAll;
  return {
    tell() {
      channel?.postMessage(null);
      hearAll();
    },
    listen(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    close: () => channel?.close(),
  };
}
