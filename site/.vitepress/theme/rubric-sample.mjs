// A sample of the language that runs in the page. The elements are loaded when the first one is opened.

import { useData, withBase } from "vitepress";
import { computed, defineComponent, h, ref } from "vue";

const messages = {
  en: { open: "Try it", close: "Close", failed: "The editor cannot be loaded." },
  zh: { open: "试一试", close: "收起", failed: "编辑器无法加载。" },
};

let opened = 0;

/** `source` and `table` are the rubric and its data as CSV, both encoded as in an address. */
export const RubricSample = defineComponent({
  props: { source: { type: String, required: true }, table: { type: String, default: "" } },
  setup(props) {
    const { lang, isDark } = useData();
    const language = computed(() => (lang.value.startsWith("zh") ? "zh" : "en"));
    const say = computed(() => messages[language.value]);
    const isOpen = ref(false);
    const hasFailed = ref(false);
    const id = `rubric-sample-${(opened += 1)}`;

    async function toggle() {
      isOpen.value = !isOpen.value;
      try {
        await import(/* @vite-ignore */ withBase("/elements/index.js"));
      } catch {
        hasFailed.value = true;
      }
    }

    const elements = () => {
      const look = { lang: language.value, theme: isDark.value ? "dark" : "light" };
      const inputs = [h("script", { type: "text/yardstick" }, decodeURIComponent(props.source))];
      if (props.table !== "") inputs.push(h("script", { type: "text/csv" }, decodeURIComponent(props.table)));
      const editor = h("yardstick-editor", { id, class: "rubric-sample-editor", ...look }, inputs);
      return props.table === ""
        ? [editor]
        : [editor, h("yardstick-results", { for: id, class: "rubric-sample-results", ...look })];
    };

    return () =>
      h("div", { class: "rubric-sample" }, [
        h(
          "button",
          { type: "button", "aria-expanded": isOpen.value, onClick: toggle },
          isOpen.value ? say.value.close : say.value.open,
        ),
        ...(hasFailed.value && isOpen.value ? [h("p", say.value.failed)] : []),
        ...(isOpen.value ? elements() : []),
      ]);
  },
});
