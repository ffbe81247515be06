/**
 * The tables that a dataset has whatever the rubric declares, by the names they have in files, in JSON, in problems and in programs.
 * A list of side rows has the name that the rubric gives it.
 */

/** The table of the subjects, one row each; it may also bear the rubric's own word for a subject. */
export const SUBJECTS_TABLE = "subjects";
/** The table of the rubric's constants, one row. */
export const CONSTANTS_TABLE = "constants";
/** The table of the results published in earlier periods. */
export const HISTORY_TABLE = "history";
