/** The package of the extension for Visual Studio Code. The command must have been built. */
export function vsixBytes(): Promise<Uint8Array>;
