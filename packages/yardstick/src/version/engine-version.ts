/** The version of the engine: the one in the manifest of this package. */
export const ENGINE_VERSION = "0.1.0";
