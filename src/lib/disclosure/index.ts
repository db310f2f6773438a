export { auditPackage, type Audit } from './auditPackage.ts';
export { protectPackage, type ProtectedPackage, type ProtectionLog } from './protectPackage.ts';
export { PROTECTION_LOG, publicFiles } from './publicFiles.ts';
export { settingsOf, THRESHOLD } from './settings.ts';
export { toldTogether, type ToldTogether } from './together.ts';
export { loadSolver, type Solver } from './solver.ts';
