import { addClusterInformation, foldCluster } from './cluster-information.js';
import { absorbCluster, predictCluster } from './cluster-room.js';

/** What random effects of clusters need; handed in so that models without them need not load it. */
export const clusterWork = { absorbCluster, predictCluster, addClusterInformation, foldCluster };

/** What is handed in. */
export type ClusterWork = typeof clusterWork;
