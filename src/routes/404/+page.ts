// Shown at any address, so it must not depend on where scripts and data would be from there.
export const csr = false;
