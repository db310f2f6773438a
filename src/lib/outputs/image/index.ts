export { composeImage } from './compose.ts';
export { composeNotice } from './notice.ts';
export { IMAGE_SIZES, type ImageForm, type ImageOptions, type ImageTheme } from './types.ts';
