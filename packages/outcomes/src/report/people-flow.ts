import { isSmallCount } from '@waymark/stats';
import { between, bounds, shown, type Count } from './count.js';

/** The share of a group, from 0 to 1; `from` and `to` differ when a count behind it is withheld. */
export type Share = { readonly from: number; readonly to: number };

/** How many of those enrolled answered again at one timepoint, and how many did not. */
export type FollowUpFlow = {
  readonly followedUp: Count;
  readonly lost: Count;
  /** Followed up of enrolled; `null` when nobody is enrolled. */
  readonly rate: Share | null;
};

/** How many people started, and for each later timepoint how many answered again. */
export type PeopleFlow = { readonly enrolled: Count; readonly followUps: readonly FollowUpFlow[] };

/**
 * Makes the flow of people fit for publication, so that no count of 1 to `minimumCell` - 1 can be
 * worked out. Enrolled minus followed up is lost: where few were lost, the exact number enrolled is
 * withheld and every result of those who answered again stays. `followedUp` counts people who have
 * a score at the start and at that timepoint.
 */
export function publishFlow(
  enrolled: number,
  followedUp: readonly number[],
  minimumCell: number,
): PeopleFlow {
  const start = publishEnrolled(enrolled, followedUp, minimumCell);
  return {
    enrolled: start,
    followUps: followedUp.map((n) => followUpFlow(start, n, minimumCell)),
  };
}

function publishEnrolled(
  enrolled: number,
  followedUp: readonly number[],
  minimumCell: number,
): Count {
  const small = (count: number) => isSmallCount(count, { threshold: minimumCell });
  if (small(enrolled)) return between(1, minimumCell - 1);
  const visible = followedUp.filter((n) => n > 0 && !small(n));
  if (!visible.some((n) => small(enrolled - n))) return shown(enrolled);
  // Seen from outside, the smallest loss may be anything from nobody to one less than the minimum.
  const most = Math.max(...visible);
  return between(most, most + minimumCell - 1);
}

function followUpFlow(enrolled: Count, n: number, minimumCell: number): FollowUpFlow {
  const [fewest, most] = bounds(enrolled);
  const followedUp = isSmallCount(n, { threshold: minimumCell })
    ? between(1, Math.min(most, minimumCell - 1))
    : shown(n);
  const [low, high] = bounds(followedUp);
  const lost =
    enrolled.withheld || followedUp.withheld
      ? between(Math.max(0, fewest - high), most - low)
      : shown(enrolled.count - n);
  const rate = most === 0 ? null : { from: low / most, to: Math.min(1, high / fewest) };
  return { followedUp, lost, rate };
}
