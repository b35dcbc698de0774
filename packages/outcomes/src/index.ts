export { dataset, type Dataset, type DatasetRow } from './dataset/dataset.js';
export { oncePerTimepoint, type OncePerTimepoint } from './dataset/once-per-timepoint.js';
export { changeReport, type ReportOptions } from './report/change-report.js';
export type { Available, Unavailable } from './report/available.js';
export type { Count } from './report/count.js';
export type { FollowUpFlow, Share } from './report/people-flow.js';
export type { ThreeGroups } from './report/three-groups.js';
export type {
  CompletersAgainstLost,
  Description,
  EffectSize,
  FollowUp,
  InstrumentReport,
  MeanChange,
  MethodNote,
  MissingAnswers,
  ProgramResult,
  ReliabilityUsed,
  ReliableChangeCounts,
  Report,
  ReportProgram,
  ScaleReport,
} from './report/report.js';
export { renderReport } from './render/render-report.js';
export { reportStyle } from './render/report-style.js';
export { summaryTable } from './summary-table.js';
