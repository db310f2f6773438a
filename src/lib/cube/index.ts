export { additivityOf, type Additivity } from './additivity.ts';
export { resourcesWithBreaks } from './breaks.ts';
export type { Member } from './dimensions.ts';
export { finishAnswer } from './finish.ts';
export { answerInMemory, type Tables } from './memory.ts';
export { planQuery } from './plan.ts';
export type { CubePlan } from './planned.ts';
export { groupOfSql, planToSql, quoted, type SqlQuery, type SqlRow } from './sql.ts';
export type * from './types.ts';
