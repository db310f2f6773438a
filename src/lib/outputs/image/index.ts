export { composeImage } from './compose.ts';
export { composeNotice } from './notice.ts';
export type { ImageForm } from './types.ts';
