export { LARGEST_EXPORT } from './limits.ts';
export { lookAtFiles } from './look.ts';
export { csvOf, leftOutCsv, propose } from './propose.ts';
export { fits } from './fits.ts';
export { questionsOf, SAFE_THRESHOLD, withDefaults } from './questions.ts';
export { shapeOf } from './shape.ts';
export type * from './types.ts';
export { isRecords } from './tableQuestions.ts';
export { writeJson } from './json.ts';
