/**
 * Version of the loader, part of the address that never changes its content. It is raised with every
 * change of the loader's source.
 */
export const LOADER_VERSION = '1';
