/** Vue 3 的页面入口。 */
import "@yardstick/elements/vue";
import { createApp } from "vue";
import App from "./App.vue";
import "./page.css";

createApp(App).mount("#app");
