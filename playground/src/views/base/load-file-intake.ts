/** Loads the handling of files when the first file is picked, dropped or pasted. */
export const fileIntake = () => import("./file-intake.js");
