/** What Monaco's own Worker runs. It starts by itself, in a Worker alone. */
import "monaco-editor/editor/editor.worker";
